import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Launch } from "../../src/launcher";
import { WarmUp } from "../../src/warmUp";

let folder = "";

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "vmconf-warm-"));
  mkdirSync(path.join(folder, "jdk"));
  writeFileSync(path.join(folder, "jdk/release"), 'JAVA_VERSION="25"\n');
});

after(() => {
  rmSync(folder, { recursive: true });
});

function launch(script: string): Launch {
  return { kind: "launch", command: "/bin/sh", args: ["-c", script], env: { JAVA_HOME: path.join(folder, "jdk") } };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) {
    await wait(25);
  }
  assert.ok(condition());
}

describe("WarmUp", () => {
  it("learns once for a JDK, when the launcher could", async () => {
    const server = path.join(folder, "server");
    const log = path.join(folder, "log");
    const warm = new WarmUp(server, 0);
    warm.after(launch(`echo failed >> ${log}; exit 1`));
    await until(() => existsSync(log));
    await wait(100);
    warm.after(launch(`echo $VMCONF_AOT >> ${log}`));
    await until(() => readdirSync(path.join(server, "aot")).length === 1);
    warm.after(launch(`echo again >> ${log}`));
    await wait(100);
    assert.equal(readFileSync(log, "utf8"), "failed\nmake\n");
  });

  it("ends with the editor, with all that the launcher started", async () => {
    const pids = path.join(folder, "pids");
    const warm = new WarmUp(path.join(folder, "other"), 0);
    warm.after(launch(`sleep 60 & echo $! > ${pids}; wait`));
    await until(() => existsSync(pids) && readFileSync(pids, "utf8").endsWith("\n"));
    warm.stop();
    const state = (): string => {
      const file = `/proc/${readFileSync(pids, "utf8").trim()}/status`;
      return existsSync(file) ? (/^State:\s+(\w)/m.exec(readFileSync(file, "utf8"))?.[1] ?? "") : "gone";
    };
    await until(() => ["gone", "Z"].includes(state()));
  });

  it("does not learn for a launcher of the user's own", async () => {
    const server = path.join(folder, "third");
    new WarmUp(server, 0).after({ ...launch("true"), command: "/opt/vmconf-lsp" });
    await wait(100);
    assert.ok(!existsSync(server));
  });
});
