import * as vscode from "vscode";
import type { Problem, Setting } from "./launcher";

const SHOW_OUTPUT = "Show Output";

/** Shows each problem once, with a way to do something about it. */
export class ProblemReporter {
  private readonly shown = new Set<string>();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  report(problem: Problem): void {
    this.output.error(problem.sentence);
    if (this.shown.has(problem.sentence)) {
      return;
    }
    this.shown.add(problem.sentence);
    void this.show(problem);
  }

  /** After a change by the user, the same problem is news again. */
  forget(): void {
    this.shown.clear();
  }

  private async show({ sentence, setting }: Problem): Promise<void> {
    const open = setting === undefined ? [] : [`Open Setting ${setting}`];
    const chosen = await vscode.window.showErrorMessage(sentence, ...open, SHOW_OUTPUT);
    if (chosen === SHOW_OUTPUT) {
      this.output.show();
    } else if (chosen !== undefined && setting !== undefined) {
      await openSetting(setting);
    }
  }
}

async function openSetting(setting: Setting): Promise<void> {
  // A setting of the machine is hidden among the user's settings when the machine is a remote one.
  const command = vscode.env.remoteName === undefined ? "openSettings" : "openRemoteSettings";
  await vscode.commands.executeCommand(`workbench.action.${command}`, { query: `@id:${setting}` });
}
