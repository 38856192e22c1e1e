// Tests the packaged extension in real VS Code (code-server): its API in the extension host, and its surface.
// Usage: node tests/vscode/run.mjs ENTRY VSIX [PART]   (ENTRY of code-server; PART: no-java, surface, host or
//   mute, which is the surface with a server that says nothing, so that it must fail; without it, the first three)
import { mkdirSync, mkdtempSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runApiTests } from "./api.mjs";
import { Profile } from "./codeServer.mjs";
import { drive } from "./drive.mjs";
import { withoutJava } from "./noJava.mjs";
import { fill } from "./workspace.mjs";

const [entry, vsix, part] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, "../..");
const shots = path.join(root, "out/screenshots");
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });

const profile = new Profile(entry, path.resolve(vsix));
const folders = [];
const workspace = () => {
  const folder = mkdtempSync(path.join(tmpdir(), "vmconf-workspace-"));
  folders.push(folder);
  fill(folder);
  return folder;
};

async function timed(name, work) {
  const began = Date.now();
  console.log(`-- ${name}`);
  await work();
  console.log(`-- ${name}: passed after ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

try {
  if (part === "mute") {
    const server = path.join(import.meta.dirname, "mute-server.mjs");
    profile.set({ "vmconf.server.path": process.execPath, "vmconf.server.arguments": [server] });
  }
  const parts = {
    "no-java": () => withoutJava(profile, workspace(), shots),
    surface: () => drive(profile, workspace(), shots),
    host: () => runApiTests(profile, workspace(), root),
  };
  for (const [name, work] of Object.entries(parts)) {
    if (part === undefined || part === name || (part === "mute" && name === "surface")) {
      await timed(name, work);
    }
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  profile.remove();
  for (const folder of folders.filter(existsSync)) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
