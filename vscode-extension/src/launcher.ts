import * as path from "node:path";

/** The settings that decide which program is started; empty text means "not set". */
export interface LauncherSettings {
  readonly serverPath: string;
  readonly javaHome: string;
}

/** What the machine looks like, so that the decision itself needs no machine. */
export interface Machine {
  readonly extensionPath: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  isFile(file: string): boolean;
}

/** A program to start: `env` holds only what is added to the editor's own environment. */
export interface Launch {
  readonly kind: "launch";
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Why the server cannot run, for the user, and the setting that helps. */
export interface Problem {
  readonly kind: "problem";
  readonly sentence: string;
  readonly setting?: Setting;
}

export type Setting = "vmconf.server.path" | "vmconf.java.home";

/** Decides which launcher runs: the user's, or the one inside the extension. */
export function resolveLauncher(settings: LauncherSettings, machine: Machine): Launch | Problem {
  const env = javaEnvironment(settings, machine);
  return settings.serverPath.trim() === "" ? bundled(machine, env) : configured(settings.serverPath, machine, env);
}

function configured(serverPath: string, machine: Machine, env: Launch["env"]): Launch | Problem {
  const file = expandHome(serverPath, machine.home);
  if (!path.isAbsolute(file)) {
    return pathProblem(`The setting vmconf.server.path must be an absolute path, but is "${file}".`);
  }
  if (!machine.isFile(file)) {
    return pathProblem(`The setting vmconf.server.path names "${file}", which is not a file.`);
  }
  return { kind: "launch", command: file, args: [], env };
}

function bundled(machine: Machine, env: Launch["env"]): Launch | Problem {
  if (machine.platform === "win32") {
    return pathProblem(
      "The bundled vm.conf language server does not run on Windows; name a launcher of your own, or open the folder in WSL.",
    );
  }
  const file = path.join(machine.extensionPath, "server", "bin", "vmconf-lsp");
  if (!machine.isFile(file)) {
    return pathProblem("This build of the extension holds no vm.conf language server; name a launcher of your own.");
  }
  // Through the shell, because not every way to unpack an extension keeps the executable bit.
  return { kind: "launch", command: "/bin/sh", args: [file], env };
}

function pathProblem(sentence: string): Problem {
  return { kind: "problem", sentence, setting: "vmconf.server.path" };
}

function javaEnvironment(settings: LauncherSettings, machine: Machine): Launch["env"] {
  const javaHome = settings.javaHome.trim();
  return javaHome === "" ? {} : { JAVA_HOME: expandHome(javaHome, machine.home) };
}

function expandHome(file: string, home: string): string {
  const trimmed = file.trim();
  return trimmed === "~" || trimmed.startsWith("~/") ? path.join(home, trimmed.slice(1)) : trimmed;
}
