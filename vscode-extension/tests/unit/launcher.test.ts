import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { resolveCommand, resolveLauncher, type Launch, type LauncherSettings, type Machine, type Problem } from "../../src/launcher";
import { english } from "../../src/messages";

const BUNDLED = "/ext/server/bin/vmconf-lsp";
const JDK = "/usr/lib/jvm/jdk-25";
const unset: LauncherSettings = { serverPath: "", serverArguments: [], javaHome: "", javaOptions: [] };

/** A machine on which a JDK 25 is in a usual folder, and those of `jdks` elsewhere. */
function machine(files: readonly string[], more: Partial<Machine> = {}, jdks: Record<string, number> = { [JDK]: 25 }): Machine {
  const java = Object.keys(jdks).map((home) => `${home}/bin/java`);
  return {
    extensionPath: "/ext",
    home: "/home/ann",
    platform: "linux",
    env: {},
    foreignHomes: [],
    isFile: (file) => files.includes(file) || java.includes(file),
    read: (file) => {
      const major = jdks[file.replace(/\/release$/, "")];
      return major === undefined ? undefined : `IMPLEMENTOR="x"\nJAVA_VERSION="${major}.0.1"\n`;
    },
    list: (folder) =>
      Object.keys(jdks)
        .filter((home) => home.startsWith(`${folder}/`))
        .map((home) => home.slice(folder.length + 1).split("/")[0] ?? ""),
    real: (file) => file,
    ...more,
  };
}

function sentence(result: Launch | Problem): string {
  return result.kind === "problem" ? english(result.message, ...result.args) : "";
}

describe("resolveLauncher", () => {
  it("runs the bundled launcher through the shell, with the JDK that was found", () => {
    assert.deepEqual(resolveLauncher(unset, machine([BUNDLED])), {
      kind: "launch",
      command: "/bin/sh",
      args: [BUNDLED],
      env: { JAVA_HOME: JDK, VMCONF_AOT: "off" },
    });
  });

  it("takes blank settings as not set", () => {
    const blank = { ...unset, serverPath: "  ", javaHome: " " };
    assert.deepEqual(resolveLauncher(blank, machine([BUNDLED])), resolveLauncher(unset, machine([BUNDLED])));
  });

  it("prefers the launcher of the setting, run directly, with arguments", () => {
    const settings = { ...unset, serverPath: "/opt/vmconf-lsp", serverArguments: ["--stdio"] };
    assert.deepEqual(resolveLauncher(settings, machine([BUNDLED, "/opt/vmconf-lsp"])), {
      kind: "launch",
      command: "/opt/vmconf-lsp",
      args: ["--stdio"],
      env: {},
    });
  });

  it("gives options for Java to the launcher", () => {
    const result = resolveLauncher({ ...unset, javaOptions: ["-Xmx512m", "-ea"] }, machine([BUNDLED]));
    assert.equal(result.kind === "launch" && result.env["VMCONF_JAVA_OPTIONS"], "-Xmx512m -ea");
  });

  it("expands the home folder in both settings", () => {
    const settings = { ...unset, serverPath: "~/bin/vmconf-lsp", javaHome: "~/jdk" };
    const result = resolveLauncher(settings, machine(["/home/ann/bin/vmconf-lsp"]));
    assert.deepEqual(result, {
      kind: "launch",
      command: "/home/ann/bin/vmconf-lsp",
      args: [],
      env: { JAVA_HOME: "/home/ann/jdk" },
    });
  });

  it("refuses a relative path", () => {
    const result = resolveLauncher({ ...unset, serverPath: "bin/vmconf-lsp" }, machine([]));
    assert.equal(sentence(result), 'The setting vmconf.server.path must be an absolute path, but is "bin/vmconf-lsp".');
  });

  it("does not fall back to the bundled launcher when the named one is missing", () => {
    const result = resolveLauncher({ ...unset, serverPath: "/opt/none" }, machine([BUNDLED]));
    assert.equal(sentence(result), 'The setting vmconf.server.path names "/opt/none", which is not a file.');
  });

  it("says that a build without a server has none", () => {
    assert.match(sentence(resolveLauncher(unset, machine([]))), /holds no vm\.conf language server/);
  });

  it("starts Java itself where there is no shell", () => {
    const windows = machine([BUNDLED, `${JDK}/bin/java.exe`], {
      platform: "win32",
      env: { PATH: `${JDK}/bin` },
      read: (file) => (file.endsWith("/version") ? "0.1.0\n" : file === `${JDK}/release` ? 'JAVA_VERSION="25"\n' : undefined),
    });
    const result = resolveLauncher(unset, windows);
    assert.deepEqual(result.kind === "launch" && [result.command, ...result.args], [
      `${JDK}/bin/java.exe`,
      "-XX:+UseSerialGC",
      "-cp",
      "/ext/server/lib/vmconf-lsp-server-0.1.0.jar",
      "vmconf.lsp.Main",
    ]);
  });

  it("finds the command for tasks, whatever the server is", () => {
    const settings = { ...unset, serverPath: "/opt/none" };
    const result = resolveCommand(settings, machine(["/ext/server/bin/vmconf"]));
    assert.deepEqual(result.kind === "launch" && result.args, ["/ext/server/bin/vmconf"]);
  });
});

describe("the search for a JDK", () => {
  const homeOf = (result: Launch | Problem): string | undefined =>
    result.kind === "launch" ? result.env["JAVA_HOME"] : undefined;
  const all = { "/set": 26, "/env": 25, "/path": 25, [JDK]: 25, "/foreign": 25 };
  const everything: Partial<Machine> = { env: { JAVA_HOME: "/env", PATH: "/bin:/path/bin" }, foreignHomes: ["/foreign"] };
  const without = (...gone: string[]): Record<string, number> =>
    Object.fromEntries(Object.entries(all).filter(([home]) => !gone.includes(home)));

  it("goes from the setting to JAVA_HOME, the PATH, the usual folders and the Java extension", () => {
    const found = (javaHome: string, jdks: Record<string, number>): string | undefined =>
      homeOf(resolveLauncher({ ...unset, javaHome }, machine([BUNDLED], everything, jdks)));
    assert.equal(found("/set", all), "/set");
    assert.equal(found("", all), "/env");
    assert.equal(found("", without("/env")), "/path");
    assert.equal(found("", without("/env", "/path")), JDK);
    assert.equal(found("", without("/env", "/path", JDK)), "/foreign");
  });

  it("passes by what is too old", () => {
    const result = resolveLauncher(unset, machine([BUNDLED], everything, { ...all, "/env": 17, "/path": 24 }));
    assert.equal(homeOf(result), JDK);
  });

  it("follows links from the PATH", () => {
    const real = (file: string): string => (file === "/usr/bin/java" ? "/far/jdk/bin/java" : file);
    const linked = machine([BUNDLED, "/usr/bin/java"], { env: { PATH: "/usr/bin" }, real }, { "/far/jdk": 25 });
    assert.equal(homeOf(resolveLauncher(unset, linked)), "/far/jdk");
  });

  it("finds the JDKs of a Mac", () => {
    const home = "/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home";
    const mac = machine([BUNDLED], { platform: "darwin" }, { [home]: 25 });
    assert.equal(homeOf(resolveLauncher(unset, mac)), home);
  });

  it("says once what is needed, where it looked, and which setting helps", () => {
    const result = resolveLauncher(unset, machine([BUNDLED], everything, { "/env": 17, "/path": 11 }));
    assert.match(sentence(result), /needs Java 25 or newer.*JAVA_HOME \(\/env: Java 17\), PATH: Java 11, \/usr\/lib\/jvm, …\)/);
    assert.equal(result.kind === "problem" && result.setting, "vmconf.java.home");
  });

  it("does not go by a setting that names no JDK, or an old one", () => {
    const result = (javaHome: string): string =>
      sentence(resolveLauncher({ ...unset, javaHome }, machine([BUNDLED], {}, { [JDK]: 25, "/old": 21 })));
    assert.equal(result("/none"), 'The setting vmconf.java.home names "/none", which is not the folder of a JDK.');
    assert.equal(result("/old"), 'The setting vmconf.java.home names "/old", which is Java 21; 25 or newer is needed.');
  });
});
