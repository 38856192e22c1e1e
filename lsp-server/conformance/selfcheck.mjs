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

function run(suite, name, { seen }) {
  const env = { ...process.env, VMCONF_LSP: path.join(here, "broken.mjs"), VMCONF_REAL_LSP: SERVER, VMCONF_FAULT: name };
  // One client is enough to see each of them, and a test that waits for ever need not.
  Object.assign(env, { VMCONF_CLIENTS: "0", VMCONF_PATIENCE_MS: "15000" });
  return new Promise((resolve) => {
    const arguments_ = ["--test", "--test-reporter=tap", path.join(here, suite)];
    const child = spawn(process.execPath, arguments_, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
      if (seen?.test(failures(output))) {
        // What follows may only wait.
        stop(child);
      }
    });
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (status) => resolve({ status, failed: failures(output) }));
  });
}

/** With what it has started. */
function stop(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

/** What is said of the tests that failed, without their names. */
function failures(tap) {
  const blocks = tap.match(/^ *not ok .*\n *---\n[^]*?\n *\.\.\.$/gm) ?? [];
  return blocks.map((block) => block.slice(block.indexOf("\n"))).join("\n");
}

function verdict({ seen }, { status, failed }) {
  const errors = failed.split("\n").filter((line) => /error: /.test(line)).slice(0, MOST_SHOWN).join("\n");
  if (!seen) {
    return status === 0 ? undefined : `fails without a fault:\n${errors}`;
  }
  if (status === 0) {
    return "passes";
  }
  return seen.test(failed) ? undefined : `fails, but does not say ${seen}:\n${errors}`;
}

const work = [
  ...Object.entries(FAULTS).map((each) => ["messages.test.mjs", ...each]),
  ...Object.entries(LIFE_FAULTS).map((each) => ["lifecycle.test.mjs", ...each]),
];
async function worker() {
  for (let next = work.shift(); next; next = work.shift()) {
    const [suite, name, fault] = next;
    const wrong = verdict(fault, await run(suite, name, fault));
    console.log(`${wrong ? "NOT NOTICED" : "ok"}: ${suite}: ${name}${wrong ? `: ${wrong}` : ""}`);
    process.exitCode ||= wrong ? 1 : 0;
  }
}
await Promise.all(Array.from({ length: WORKERS }, worker));
