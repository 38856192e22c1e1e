// Bundles the extension into dist/ (and with --tests the unit tests into out/tests/).
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build, context } from "esbuild";

const root = path.dirname(import.meta.dirname);
const flags = new Set(process.argv.slice(2));

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
};

const extension = {
  ...common,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  external: ["vscode"],
  minify: flags.has("--minify"),
  // Without a source map in the package, at least function names stay readable in stack traces.
  keepNames: true,
};

/** The script of the page that shows pictures. */
const page = {
  ...common,
  entryPoints: ["src/webview/graph.ts"],
  outfile: "dist/graph.js",
  platform: "browser",
  target: "chrome120",
  format: "iife",
  minify: flags.has("--minify"),
};

if (flags.has("--tests")) {
  rmSync(path.join(root, "out/tests"), { recursive: true, force: true });
  const tests = readdirSync(path.join(root, "tests/unit")).filter((name) => name.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: tests.map((name) => path.join("tests/unit", name)),
    outdir: "out/tests",
    sourcemap: "inline",
    packages: "external",
  });
} else if (flags.has("--watch")) {
  await (await context({ ...page, logLevel: "info" })).watch();
  await (await context({ ...extension, logLevel: "info" })).watch();
} else {
  await build(page);
  await build(extension);
}
