import { statSync } from "node:fs";
import { homedir } from "node:os";
import * as vscode from "vscode";
import { LanguageServer } from "./languageServer";
import { resolveLauncher, type Launch, type Problem } from "./launcher";
import { ProblemReporter } from "./problemReporter";
import { showReferences } from "./references";

let server: LanguageServer | undefined;

/** Called by the editor when the first vm.conf opens. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("OpenBSD vm.conf", { log: true });
  const reporter = new ProblemReporter(output);
  const current = new LanguageServer(
    () => launcher(context.extensionPath),
    (problem) => {
      reporter.report(problem);
    },
    output,
  );
  server = current;

  const restart = (): Promise<void> => {
    reporter.forget();
    return current.restart();
  };
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("vmconf.restartServer", restart),
    vscode.commands.registerCommand("vmconf.showOutput", () => {
      output.show();
    }),
    vscode.commands.registerCommand("vmconf.showReferences", showReferences),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("vmconf.server.path") || event.affectsConfiguration("vmconf.java.home")) {
        void restart();
      }
    }),
  );
  await current.start();
}

/** Called by the editor before it ends or switches the extension off. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

function launcher(extensionPath: string): Launch | Problem {
  const settings = vscode.workspace.getConfiguration("vmconf");
  return resolveLauncher(
    { serverPath: settings.get("server.path", ""), javaHome: settings.get("java.home", "") },
    { extensionPath, home: homedir(), platform: process.platform, isFile },
  );
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
