import * as path from "node:path";
import { findJdk, javaIn, jdkIn, NEEDED, type JavaMachine } from "./jdk";
import type { Message } from "./messages";

/** The settings that decide which program is started; empty text means "not set". */
export interface LauncherSettings {
  readonly serverPath: string;
  readonly serverArguments: readonly string[];
  readonly javaHome: string;
  readonly javaOptions: readonly string[];
}

/** What the machine looks like, so that the decision itself needs no machine. */
export interface Machine extends JavaMachine {
  readonly extensionPath: string;
}

/** A program to start: `env` holds only what is added to the editor's own environment. */
export interface Launch {
  readonly kind: "launch";
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Why a program cannot run, for the user, and the setting that helps. */
export interface Problem {
  readonly kind: "problem";
  readonly message: Message;
  readonly args: readonly (string | number)[];
  readonly setting?: Setting;
}

export type Setting = "vmconf.server.path" | "vmconf.java.home";

/** A program that the extension brings along. */
interface Program {
  readonly launcher: string;
  readonly jar: string;
  readonly main: string;
}

const SERVER: Program = { launcher: "vmconf-lsp", jar: "vmconf-lsp-server", main: "vmconf.lsp.Main" };
const COMMAND: Program = { launcher: "vmconf", jar: "vmconf-compiler", main: "vmconf.compiler.cli.Vmconf" };

/** Decides which language server runs: the user's, or the one inside the extension. */
export function resolveLauncher(settings: LauncherSettings, machine: Machine): Launch | Problem {
  const launch =
    settings.serverPath.trim() === ""
      ? bundled(SERVER, settings, machine)
      : configured(settings.serverPath, settings, machine);
  return launch.kind === "problem" ? launch : { ...launch, args: [...launch.args, ...settings.serverArguments] };
}

/** Decides how the `vmconf` command runs that the extension brings along. */
export function resolveCommand(settings: LauncherSettings, machine: Machine): Launch | Problem {
  return bundled(COMMAND, settings, machine);
}

function configured(serverPath: string, settings: LauncherSettings, machine: Machine): Launch | Problem {
  const file = expandHome(serverPath, machine.home);
  if (!path.isAbsolute(file)) {
    return pathProblem("pathNotAbsolute", file);
  }
  if (!machine.isFile(file)) {
    return pathProblem("pathNoFile", file);
  }
  const javaHome = expandHome(settings.javaHome, machine.home);
  const env = { ...optionsOf(settings), ...(javaHome === "" ? {} : { JAVA_HOME: javaHome }) };
  return { kind: "launch", command: file, args: [], env };
}

function bundled(program: Program, settings: LauncherSettings, machine: Machine): Launch | Problem {
  const server = path.join(machine.extensionPath, "server");
  const file = path.join(server, "bin", program.launcher);
  if (!machine.isFile(file)) {
    return pathProblem("noServer");
  }
  const java = javaHome(settings, machine);
  if (typeof java !== "string") {
    return java;
  }
  if (machine.platform === "win32") {
    const version = machine.read(path.join(server, "lib", "version"))?.trim() ?? "";
    const jar = path.join(server, "lib", `${program.jar}-${version}.jar`);
    const args = ["-XX:+UseSerialGC", ...settings.javaOptions, "-cp", jar, program.main];
    return { kind: "launch", command: javaIn(java, machine.platform), args, env: {} };
  }
  // Through the shell, because not every way to unpack an extension keeps the executable bit.
  // It uses what was learned about a fast start, but learns nothing behind our back: that is the warm-up's.
  const env = { JAVA_HOME: java, VMCONF_AOT: "off", ...optionsOf(settings) };
  return { kind: "launch", command: "/bin/sh", args: [file], env };
}

function javaHome(settings: LauncherSettings, machine: Machine): string | Problem {
  const wanted = expandHome(settings.javaHome, machine.home);
  if (wanted !== "") {
    const jdk = jdkIn(wanted, machine);
    if (jdk === undefined) {
      return javaProblem("javaSettingNoJdk", wanted);
    }
    return jdk.major >= NEEDED ? jdk.home : javaProblem("javaSettingTooOld", wanted, jdk.major, NEEDED);
  }
  const found = findJdk(machine);
  return found.kind === "jdk" ? found.jdk.home : javaProblem("noJava", NEEDED, found.looked);
}

function optionsOf(settings: LauncherSettings): Launch["env"] {
  return settings.javaOptions.length === 0 ? {} : { VMCONF_JAVA_OPTIONS: settings.javaOptions.join(" ") };
}

function pathProblem(message: Message, ...args: string[]): Problem {
  return { kind: "problem", message, args, setting: "vmconf.server.path" };
}

function javaProblem(message: Message, ...args: (string | number)[]): Problem {
  return { kind: "problem", message, args, setting: "vmconf.java.home" };
}

function expandHome(file: string, home: string): string {
  const trimmed = file.trim();
  return trimmed === "~" || trimmed.startsWith("~/") ? path.join(home, trimmed.slice(1)) : trimmed;
}
