// Makes vmconf-VERSION.vsix; the same sources give the same bytes.
// Usage: node scripts/package.mjs [FOLDER]   (default: that of the extension)
import { readFileSync } from "node:fs";
import path from "node:path";
import vsce from "@vscode/vsce";

process.env.TZ = "UTC";
process.env.SOURCE_DATE_EPOCH ??= "315532800";

const root = path.resolve(process.argv[2] ?? path.dirname(import.meta.dirname));
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

await vsce.createVSIX({
  cwd: root,
  packagePath: path.join(root, `vmconf-${version}.vsix`),
  dependencies: false,
  allowMissingRepository: true,
  // The pictures of the README come along; without a repository there is no other place for them.
  rewriteRelativeLinks: false,
});
