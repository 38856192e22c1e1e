import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Launch } from "../../src/launcher";
import { english } from "../../src/messages";
import { explainEnding, ServerProcess } from "../../src/serverProcess";

function shell(script: string, env: Launch["env"] = {}): Launch {
  return { kind: "launch", command: "/bin/sh", args: ["-c", script], env };
}

async function endingOf(launch: Launch): Promise<{ sentence: string; setting?: string }> {
  const { message, args, setting } = explainEnding(await (await ServerProcess.start(launch, undefined)).ended);
  return { sentence: english(message, ...args), ...(setting === undefined ? {} : { setting }) };
}

describe("ServerProcess", () => {
  it("passes on the launcher's sentence when there is no Java", async () => {
    assert.deepEqual(await endingOf(shell("echo 'vmconf-lsp: no JDK 25 in JAVA_HOME or PATH' >&2; exit 2")), {
      sentence: "vmconf-lsp: no JDK 25 in JAVA_HOME or PATH",
      setting: "vmconf.java.home",
    });
  });

  it("explains another exit by its status and last words", async () => {
    assert.deepEqual(await endingOf(shell("echo one >&2; echo two >&2; echo >&2; exit 7")), {
      sentence: "The vm.conf language server ended before it answered (exit status 7): two",
    });
  });

  it("explains a silent exit, even with status 2", async () => {
    assert.deepEqual(await endingOf(shell("exit 2")), {
      sentence: "The vm.conf language server ended before it answered (exit status 2)",
    });
  });

  it("explains a signal", async () => {
    const { sentence } = await endingOf(shell("kill -9 $$"));
    assert.equal(sentence, "The vm.conf language server ended before it answered (signal SIGKILL)");
  });

  it("adds JAVA_HOME to the environment and keeps the rest", async () => {
    const launch = shell('echo "$JAVA_HOME:${PATH:+path}" >&2; exit 2', { JAVA_HOME: "/opt/jdk" });
    assert.equal((await endingOf(launch)).sentence, "/opt/jdk:path");
  });

  it("keeps only the end of a long stderr", async () => {
    const server = await ServerProcess.start(shell("yes | head -c 100000 >&2; echo last >&2"), undefined);
    const { stderr } = await server.ended;
    assert.ok(stderr.length <= 4096 && stderr.endsWith("last\n"));
  });

  it("survives writing to a launcher that has given up", async () => {
    const server = await ServerProcess.start(shell("exec <&-; exit 2"), undefined);
    server.child.stdin.write("x".repeat(1 << 20));
    assert.equal((await server.ended).code, 2);
  });

  it("fails to start a program that is not there", async () => {
    const launch: Launch = { kind: "launch", command: "/nonexistent/vmconf-lsp", args: [], env: {} };
    await assert.rejects(ServerProcess.start(launch, undefined), /ENOENT/);
  });

  it("ends a server that does not end by itself", async () => {
    const server = await ServerProcess.start(shell("exec sleep 60"), undefined);
    assert.equal((await server.end(0)).signal, "SIGTERM");
  });
});
