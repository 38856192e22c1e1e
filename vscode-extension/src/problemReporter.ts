import * as vscode from "vscode";
import type { Problem, Setting } from "./launcher";
import { english } from "./messages";
import { say } from "./say";

/** Shows each problem once, with a way to do something about it. */
export class ProblemReporter {
  private readonly shown = new Set<string>();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  report(problem: Problem): void {
    const sentence = english(problem.message, ...problem.args);
    this.output.error(sentence);
    if (this.shown.has(sentence)) {
      return;
    }
    this.shown.add(sentence);
    void this.show(problem);
  }

  /** After a change by the user, the same problem is news again. */
  forget(): void {
    this.shown.clear();
  }

  private async show({ message, args, setting }: Problem): Promise<void> {
    const open = setting === undefined ? [] : [say("openSetting", setting)];
    const restart = say("restart");
    const output = say("showOutput");
    const chosen = await vscode.window.showErrorMessage(say(message, ...args), ...open, restart, output);
    if (chosen === output) {
      this.output.show();
    } else if (chosen === restart) {
      await vscode.commands.executeCommand("vmconf.restartServer");
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
