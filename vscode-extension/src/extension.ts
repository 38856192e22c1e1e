import * as vscode from "vscode";
import { Commands } from "./commands";
import { Exporting } from "./exporting";
import { GraphPanels } from "./graphPanel";
import { IncludedFiles } from "./includedFiles";
import { LanguageServer, type ServerState } from "./languageServer";
import { type Launch, type Problem, resolveCommand, resolveLauncher } from "./launcher";
import { Previews } from "./previews";
import { ProblemReporter } from "./problemReporter";
import { showReferences } from "./references";
import { StatusItem } from "./status";
import { CheckTasks } from "./tasks";
import { launcherSettings, thisMachine } from "./thisMachine";
import { WarmUp } from "./warmUp";

/** Settings after whose change the server must be started anew. */
const STARTING = ["vmconf.server", "vmconf.java", "java.jdt.ls.java.home", "java.configuration.runtimes"];

let server: LanguageServer | undefined;

/** What the extension tells its tests. */
export interface Exports {
  state(): ServerState;
  pid(): number | undefined;
  status(): string;
}

/** Called by the editor when the first vm.conf opens or a command is asked for. */
export function activate(context: vscode.ExtensionContext): Exports {
  const output = vscode.window.createOutputChannel("OpenBSD vm.conf", { log: true });
  const reporter = new ProblemReporter(output);
  const current = new LanguageServer(
    () => resolveLauncher(launcherSettings(), thisMachine(context.extensionPath)),
    (problem) => {
      reporter.report(problem);
    },
    output,
    new WarmUp(context.asAbsolutePath("server")),
  );
  server = current;
  const previews = new Previews(current);
  const graphs = new GraphPanels(current, context.extensionUri);
  const status = new StatusItem(current);
  const restart = (): Promise<void> => {
    reporter.forget();
    return current.restart();
  };

  const command = (): Launch | Problem => resolveCommand(launcherSettings(), thisMachine(context.extensionPath));
  const commands = {
    ...new Commands(current, previews, graphs, new Exporting(command, output), context.extensionUri).all(),
    "vmconf.restartServer": restart,
    "vmconf.showOutput": () => {
      output.show();
    },
    "vmconf.showReferences": showReferences,
  };
  context.subscriptions.push(
    output,
    previews,
    graphs,
    status,
    new IncludedFiles(current),
    CheckTasks.register(command),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (STARTING.some((setting) => event.affectsConfiguration(setting))) {
        void restart();
      }
    }),
  );
  // A list of tasks needs no server. The editor does not wait for it in any case.
  const startFor = ({ languageId }: vscode.TextDocument): void => {
    if (languageId === "vmconf") {
      void current.start();
    }
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(startFor));
  vscode.workspace.textDocuments.forEach(startFor);
  return { state: () => current.state, pid: () => current.pid, status: () => status.text };
}

/** Called by the editor before it ends or switches the extension off. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
