import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { listFiles, PackageManager } from "@vscode/vsce";

/** A copy of everything a package could be made of, with a made-up server in place of the real one. */
let copy = "";

before(() => {
  copy = mkdtempSync(path.join(tmpdir(), "vmconf-package-"));
  const skipped = new Set(["node_modules", "server", "dist", "out"]);
  cpSync(".", copy, { recursive: true, filter: (file) => !skipped.has(file) });
  // What is built already is not built again.
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as object;
  put("package.json", JSON.stringify({ ...manifest, scripts: {} }));
  for (const file of ["dist/extension.js", "dist/extension.js.map", "dist/graph.js", "node_modules/left-pad/index.js"]) {
    put(file);
  }
  for (const program of ["vmconf", "vmconf-lsp", "vmctl", "vmd"]) {
    put(`laid-out/bin/${program}`);
    put(`laid-out/lib/aot-training/${program}.args`);
  }
  put("laid-out/lib/find-jdk.sh");
  put("laid-out/lib/launcher.sh");
  put("laid-out/lib/version", "1.0\n");
  put("laid-out/lib/build-id", "of another set of jars\n");
  put("laid-out/lib/gson.jar", "gson");
  put("laid-out/lib/jffi.jar", "of the runtime alone");
  put("laid-out/lib/vmconf-lsp-server-1.0.jar", jar("gson.jar vmconf-compi\r\n ler-1.0.jar"));
  put("laid-out/lib/vmconf-compiler-1.0.jar", jar("gson.jar"));
});

after(() => {
  rmSync(copy, { recursive: true });
});

function put(file: string, content: string | Buffer = ""): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), content);
}

/** A jar that holds nothing but a manifest with a class path, not compressed. */
function jar(classPath: string): Buffer {
  const name = Buffer.from("META-INF/MANIFEST.MF");
  const manifest = Buffer.from(`Manifest-Version: 1.0\r\nClass-Path: ${classPath}\r\n`);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(manifest.length, 20);
  entry.writeUInt32LE(manifest.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + manifest.length, 16);
  return Buffer.concat([local, name, manifest, entry, name, end]);
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

  it("is the same, byte for byte, when it is made again at another time", () => {
    assert.equal(bundleServer("laid-out").status, 0);
    const made = (): string => {
      const run = spawnSync(process.execPath, ["scripts/package.mjs", copy], { encoding: "utf8" });
      assert.equal(run.status, 0, run.stderr);
      const file = readdirSync(copy).find((name) => name.endsWith(".vsix")) ?? "none";
      return createHash("sha256").update(readFileSync(path.join(copy, file))).digest("hex");
    };
    const first = made();
    const later = new Date(Date.now() + 86_400_000);
    utimesSync(path.join(copy, "README.md"), later, later);
    assert.equal(made(), first);
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
