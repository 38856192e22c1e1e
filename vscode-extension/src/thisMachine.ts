import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import * as vscode from "vscode";
import type { LauncherSettings, Machine } from "./launcher";

/** The machine on which the extension runs. */
export function thisMachine(extensionPath: string): Machine {
  return {
    extensionPath,
    home: homedir(),
    platform: process.platform,
    env: process.env,
    foreignHomes: foreignHomes(),
    isFile: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
    read: (file) => orUndefined(() => readFileSync(file, "utf8")),
    list: (folder) => orUndefined(() => readdirSync(folder).sort()) ?? [],
    real: (file) => orUndefined(() => realpathSync(file)) ?? file,
  };
}

/** The user's settings about programs, as they are now. */
export function launcherSettings(): LauncherSettings {
  const settings = vscode.workspace.getConfiguration("vmconf");
  return {
    serverPath: settings.get("server.path", ""),
    serverArguments: settings.get<string[]>("server.arguments", []),
    javaHome: settings.get("java.home", ""),
    javaOptions: settings.get<string[]>("java.options", []),
  };
}

/** The JDKs that the Java extension is set to use. */
function foreignHomes(): string[] {
  const java = vscode.workspace.getConfiguration("java");
  const runtimes = java.get<unknown>("configuration.runtimes");
  const paths = Array.isArray(runtimes) ? runtimes.map((each: { path?: unknown } | null) => each?.path) : [];
  return [java.get<unknown>("jdt.ls.java.home"), java.get<unknown>("home"), ...paths].filter(
    (home): home is string => typeof home === "string" && home !== "",
  );
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
