// Copies the language server and the vmconf command that the Maven build laid out into server/, where the extension
// looks for them: their launchers, and of the jars those that their manifests name.
// Usage: node scripts/bundle-server.mjs [DIR]   (default: packaging/target/vmconf of this checkout)
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { textInJar } from "./jar.mjs";

const root = path.dirname(import.meta.dirname);
const from = path.resolve(process.argv[2] ?? path.join(root, "../packaging/target/vmconf"));
const to = path.join(root, "server");
const programs = ["vmconf-lsp", "vmconf"];
const scripts = ["find-jdk.sh", "launcher.sh", "version"];

if (!existsSync(path.join(from, "bin", "vmconf-lsp")) || !existsSync(path.join(from, "lib"))) {
  console.error(`bundle-server: ${from} has no bin/vmconf-lsp and lib: build the project with Maven first`);
  process.exit(1);
}

/** The jars that a program needs: its own, and those on the class path in its manifest. */
function jarsOf(name) {
  const version = readFileSync(path.join(from, "lib", "version"), "utf8").trim();
  const own = `${name}-${version}.jar`;
  const manifest = textInJar(path.join(from, "lib", own), "META-INF/MANIFEST.MF");
  // Long lines go on behind a blank on the next one.
  const classPath = /^Class-Path: (.*)$/m.exec(manifest.replaceAll(/\r?\n /g, ""))?.[1] ?? "";
  return [own, ...classPath.split(" ").filter((jar) => jar !== "")];
}

rmSync(to, { recursive: true, force: true });
mkdirSync(path.join(to, "bin"), { recursive: true });
mkdirSync(path.join(to, "lib"), { recursive: true });
for (const program of programs) {
  copyFileSync(path.join(from, "bin", program), path.join(to, "bin", program));
  chmodSync(path.join(to, "bin", program), 0o755);
}
const jars = [...new Set(["vmconf-lsp-server", "vmconf-compiler"].flatMap(jarsOf))].sort();
for (const file of [...scripts, ...jars]) {
  copyFileSync(path.join(from, "lib", file), path.join(to, "lib", file));
}
// The runs by which the launchers make their caches: not of the programs that are left out.
const training = readdirSync(path.join(from, "lib", "aot-training")).filter((name) => !/^(vmd|vmctl)\./.test(name));
for (const name of training) {
  cpSync(path.join(from, "lib", "aot-training", name), path.join(to, "lib", "aot-training", name));
}
// Caches are named after the jars that they were made from.
const hash = createHash("sha256");
for (const jar of jars) {
  hash.update(readFileSync(path.join(to, "lib", jar)));
}
writeFileSync(path.join(to, "lib", "build-id"), `${hash.digest("hex").slice(0, 16)}\n`);
