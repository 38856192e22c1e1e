import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { resolveLauncher, type LauncherSettings, type Machine } from "../../src/launcher";

const BUNDLED = "/ext/server/bin/vmconf-lsp";
const unset: LauncherSettings = { serverPath: "", javaHome: "" };

function machine(files: readonly string[], platform: NodeJS.Platform = "linux"): Machine {
  return { extensionPath: "/ext", home: "/home/ann", platform, isFile: (file) => files.includes(file) };
}

describe("resolveLauncher", () => {
  it("runs the bundled launcher through the shell", () => {
    assert.deepEqual(resolveLauncher(unset, machine([BUNDLED])), {
      kind: "launch",
      command: "/bin/sh",
      args: [BUNDLED],
      env: {},
    });
  });

  it("takes blank settings as not set", () => {
    const blank = { serverPath: "  ", javaHome: " " };
    assert.deepEqual(resolveLauncher(blank, machine([BUNDLED])), resolveLauncher(unset, machine([BUNDLED])));
  });

  it("prefers the launcher of the setting, run directly", () => {
    const settings = { ...unset, serverPath: "/opt/vmconf-lsp" };
    assert.deepEqual(resolveLauncher(settings, machine([BUNDLED, "/opt/vmconf-lsp"])), {
      kind: "launch",
      command: "/opt/vmconf-lsp",
      args: [],
      env: {},
    });
  });

  it("gives the Java folder to the launcher as JAVA_HOME", () => {
    const result = resolveLauncher({ ...unset, javaHome: "/opt/jdk 25" }, machine([BUNDLED]));
    assert.deepEqual(result.kind === "launch" && result.env, { JAVA_HOME: "/opt/jdk 25" });
  });

  it("expands the home folder in both settings", () => {
    const settings = { serverPath: "~/bin/vmconf-lsp", javaHome: "~/jdk" };
    const result = resolveLauncher(settings, machine(["/home/ann/bin/vmconf-lsp"]));
    assert.deepEqual(result, {
      kind: "launch",
      command: "/home/ann/bin/vmconf-lsp",
      args: [],
      env: { JAVA_HOME: "/home/ann/jdk" },
    });
  });

  it("refuses a relative path", () => {
    assert.deepEqual(resolveLauncher({ ...unset, serverPath: "bin/vmconf-lsp" }, machine([])), {
      kind: "problem",
      sentence: 'The setting vmconf.server.path must be an absolute path, but is "bin/vmconf-lsp".',
      setting: "vmconf.server.path",
    });
  });

  it("does not fall back to the bundled launcher when the named one is missing", () => {
    assert.deepEqual(resolveLauncher({ ...unset, serverPath: "/opt/none" }, machine([BUNDLED])), {
      kind: "problem",
      sentence: 'The setting vmconf.server.path names "/opt/none", which is not a file.',
      setting: "vmconf.server.path",
    });
  });

  it("says that a build without a server has none", () => {
    const result = resolveLauncher(unset, machine([]));
    assert.match(result.kind === "problem" ? result.sentence : "", /holds no vm\.conf language server/);
  });

  it("says that the bundled launcher is not for Windows", () => {
    const result = resolveLauncher(unset, machine([BUNDLED], "win32"));
    assert.match(result.kind === "problem" ? result.sentence : "", /Windows.*WSL/);
  });
});
