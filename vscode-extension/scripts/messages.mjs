// Writes l10n/bundle.l10n.json, which translators start from, from src/messages.ts.
// Usage: node scripts/messages.mjs
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.dirname(import.meta.dirname);
const { outputFiles } = await build({
  entryPoints: [path.join(root, "src/messages.ts")],
  bundle: true,
  format: "esm",
  write: false,
});
const { MESSAGES } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
const sentences = [...new Set(Object.values(MESSAGES))];
const bundle = Object.fromEntries(sentences.map((sentence) => [sentence, sentence]));
writeFileSync(path.join(root, "l10n/bundle.l10n.json"), `${JSON.stringify(bundle, null, 2)}\n`);
