// Copies the language server that the Maven build laid out into server/, where the extension looks for it.
// Usage: node scripts/bundle-server.mjs [DIR]   (default: packaging/target/vmconf of this checkout)
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);
const from = path.resolve(process.argv[2] ?? path.join(root, "../packaging/target/vmconf"));
const to = path.join(root, "server");
const launcher = path.join("bin", "vmconf-lsp");

if (!existsSync(path.join(from, launcher)) || !existsSync(path.join(from, "lib"))) {
  console.error(`bundle-server: ${from} has no ${launcher} and lib: build the project with Maven first`);
  process.exit(1);
}
rmSync(to, { recursive: true, force: true });
mkdirSync(path.join(to, "bin"), { recursive: true });
cpSync(path.join(from, launcher), path.join(to, launcher), { dereference: true });
chmodSync(path.join(to, launcher), 0o755);
cpSync(path.join(from, "lib"), path.join(to, "lib"), { recursive: true, dereference: true });
