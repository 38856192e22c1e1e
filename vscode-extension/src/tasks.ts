import * as vscode from "vscode";
import { checkOptions } from "./commandLine";
import type { Launch, Problem } from "./launcher";
import { english } from "./messages";
import { rootFiles } from "./rootFiles";
import { say } from "./say";

const TYPE = "vmconf";

/** What a task in tasks.json says. */
interface Definition extends vscode.TaskDefinition {
  readonly files?: readonly string[];
  readonly arguments?: readonly string[];
}

/** Tasks that run `vmconf check`, whose findings go to the Problems view. */
export class CheckTasks implements vscode.TaskProvider {
  constructor(private readonly resolve: () => Launch | Problem) {}

  static register(resolve: () => Launch | Problem): vscode.Disposable {
    return vscode.tasks.registerTaskProvider(TYPE, new CheckTasks(resolve));
  }

  provideTasks(): Promise<vscode.Task[]> {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
    return Promise.all(folders.map((folder) => this.task({ type: TYPE }, folder)));
  }

  async resolveTask(task: vscode.Task): Promise<vscode.Task | undefined> {
    const folder = typeof task.scope === "object" ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return folder === undefined ? undefined : this.task(task.definition, folder);
  }

  private async task(definition: Definition, folder: vscode.WorkspaceFolder): Promise<vscode.Task> {
    const files = definition.files ?? (await rootFiles(folder.uri.fsPath));
    const execution = this.execution(definition, files, folder);
    const task = new vscode.Task(definition, folder, say("taskCheck"), "vmconf", execution, "$vmconf");
    task.group = vscode.TaskGroup.Test;
    return task;
  }

  private execution(
    definition: Definition,
    files: readonly string[],
    folder: vscode.WorkspaceFolder,
  ): vscode.ProcessExecution | vscode.CustomExecution {
    const launch = this.resolve();
    if (launch.kind === "problem") {
      return failing(english(launch.message, ...launch.args));
    }
    const args = ["check", "--format", "gcc", ...checkOptions(folder), ...(definition.arguments ?? [])];
    return new vscode.ProcessExecution(launch.command, [...launch.args, ...args, ...files], {
      cwd: folder.uri.fsPath,
      env: { ...launch.env },
    });
  }
}

/** A task that says why it cannot run. */
function failing(sentence: string): vscode.CustomExecution {
  return new vscode.CustomExecution(() => {
    const written = new vscode.EventEmitter<string>();
    const closed = new vscode.EventEmitter<number>();
    return Promise.resolve({
      onDidWrite: written.event,
      onDidClose: closed.event,
      open: () => {
        written.fire(`${say("noTasks", sentence)}\r\n`);
        closed.fire(1);
      },
      close: () => undefined,
    });
  });
}
