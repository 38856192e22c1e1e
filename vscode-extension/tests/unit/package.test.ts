import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { listFiles, PackageManager } from "@vscode/vsce";

/** A copy of everything a package could be made of, with a made-up server in place of the real one. */
let copy = "";

before(() => {
  copy = mkdtempSync(path.join(tmpdir(), "vmconf-package-"));
  const skipped = new Set(["node_modules", "server", "dist"]);
  cpSync(".", copy, { recursive: true, filter: (file) => !skipped.has(file) });
  put("dist/extension.js");
  put("dist/extension.js.map");
  put("laid-out/bin/vmconf");
  put("laid-out/bin/vmconf-lsp");
  put("laid-out/lib/vmconf-lsp-server.jar");
  put("node_modules/left-pad/index.js");
});

after(() => {
  rmSync(copy, { recursive: true });
});

function put(file: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), "");
}

function bundleServer(from: string): { status: number | null; stderr: string } {
  const script = path.join(copy, "scripts/bundle-server.mjs");
  return spawnSync(process.execPath, [script, path.join(copy, from)], { encoding: "utf8" });
}

describe("the package", () => {
  it("refuses to bundle a server that is not built, in one sentence", () => {
    const { status, stderr } = bundleServer("not-built");
    assert.equal(status, 1);
    assert.match(stderr, /^bundle-server: .*: build the project with Maven first\n$/);
  });

  it("holds exactly the files of tests/package-files.txt", async () => {
    assert.equal(bundleServer("laid-out").status, 0);
    const files = await listFiles({ cwd: copy, packageManager: PackageManager.None });
    const expected = readFileSync("tests/package-files.txt", "utf8").trimEnd().split("\n");
    assert.deepEqual(files.map((file) => file.replaceAll("\\", "/")).sort(), expected);
  });
});

describe("the checkout", () => {
  it("locks versions, not registries", () => {
    assert.doesNotMatch(readFileSync("package-lock.json", "utf8"), /"resolved"/);
  });

  it("has a snapshot for every sample and no other", () => {
    const files = readdirSync("tests/grammar/snap").sort();
    const samples = files.filter((file) => file.endsWith(".conf"));
    assert.deepEqual(files, samples.flatMap((sample) => [sample, `${sample}.snap`]).sort());
  });

  it("names the packaged version in the changelog", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    assert.ok(readFileSync("CHANGELOG.md", "utf8").includes(`\n## ${version}\n`));
  });
});
