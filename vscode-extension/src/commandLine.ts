import { existsSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";

/** What the editor is set to, as options of `vmconf`; nothing where a project file says it. */
export function commonOptions(folder: vscode.WorkspaceFolder | undefined): string[] {
  if (hasProjectFile(folder)) {
    return [];
  }
  const ours = vscode.workspace.getConfiguration("vmconf", folder);
  const macros = Object.entries(ours.get<Record<string, string>>("macros", {}));
  return ["--target", ours.get("target", "openbsd"), ...macros.flatMap(([name, value]) => ["-D", `${name}=${value}`])];
}

/** The same with those of `vmconf check` only. */
export function checkOptions(folder: vscode.WorkspaceFolder): string[] {
  if (hasProjectFile(folder)) {
    return [];
  }
  const ours = vscode.workspace.getConfiguration("vmconf", folder);
  const rules = Object.entries(ours.get<Record<string, string>>("rules", {}));
  return [
    ...commonOptions(folder),
    ...rules.flatMap(([code, level]) => ["--rule", `${code}=${level}`]),
    ...(ours.get<boolean>("hostChecks", false) ? ["--host"] : []),
  ];
}

function hasProjectFile(folder: vscode.WorkspaceFolder | undefined): boolean {
  return folder !== undefined && existsSync(join(folder.uri.fsPath, ".vmconf.yaml"));
}
