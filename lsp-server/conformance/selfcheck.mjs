// Whether the suite notices faults: it is run against the server with each fault of faults.mjs, and must fail and name what is wrong.
// Usage: node selfcheck.mjs
import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { SERVER } from "./client.mjs";
import { FAULTS, LIFE_FAULTS } from "./faults.mjs";

const here = import.meta.dirname;
const MOST_SHOWN = 10;
const WORKERS = Math.max(2, Math.floor(os.availableParallelism() / 2));

function run(suite, name) {
  const env = { ...process.env, VMCONF_LSP: path.join(here, "broken.mjs"), VMCONF_REAL_LSP: SERVER, VMCONF_FAULT: name };
  // One client is enough to see each of them, and a test that waits for ever need not.
  Object.assign(env, { VMCONF_CLIENTS: "0", VMCONF_PATIENCE_MS: "8000" });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--test", path.join(here, suite)], { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (status) => resolve({ status, output }));
  });
}

function verdict({ seen }, { status, output }) {
  const errors = output.split("\n").filter((line) => /error: /.test(line)).slice(0, MOST_SHOWN).join("\n");
  if (!seen) {
    return status === 0 ? undefined : `fails without a fault:\n${errors}`;
  }
  if (status === 0) {
    return "passes";
  }
  return seen.test(output) ? undefined : `fails, but does not say ${seen}:\n${errors}`;
}

const work = [
  ...Object.entries(FAULTS).map((each) => ["messages.test.mjs", ...each]),
  ...Object.entries(LIFE_FAULTS).map((each) => ["lifecycle.test.mjs", ...each]),
];
async function worker() {
  for (let next = work.shift(); next; next = work.shift()) {
    const [suite, name, fault] = next;
    const wrong = verdict(fault, await run(suite, name));
    console.log(`${wrong ? "NOT NOTICED" : "ok"}: ${suite}: ${name}${wrong ? `: ${wrong}` : ""}`);
    process.exitCode ||= wrong ? 1 : 0;
  }
}
await Promise.all(Array.from({ length: WORKERS }, worker));
