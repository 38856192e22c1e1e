import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import { nodeProblem, sharedProblem, storageOptions } from "./clusterStorage";
import { commonOptions } from "./commandLine";
import { EXPORT_TARGETS, type ExportTarget } from "./exportTargets";
import type { Launch, Problem } from "./launcher";
import { english, type Message } from "./messages";
import { say } from "./say";

/** Exports take a second; one that hangs is given up. */
const PATIENCE_MS = 60_000;

/** What came of a run of `vmconf export`. */
interface Ran {
  readonly written: boolean;
  readonly said: string;
}

/** Runs the `vmconf export` that the extension brings along. */
export class Exporting {
  constructor(
    private readonly resolve: () => Launch | Problem,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /**
   * Exports a saved file; asks for what is not given.
   *
   * @param into the folder whose new folder gets the files; where it is given, nobody is asked for options
   * @returns the folder with the files; nothing where none were written
   */
  async run(file: vscode.TextDocument, target?: ExportTarget, into?: vscode.Uri): Promise<string | undefined> {
    const launch = this.resolve();
    if (launch.kind === "problem") {
      void vscode.window.showErrorMessage(say("noTasks", english(launch.message, ...launch.args)));
      return undefined;
    }
    if (file.isUntitled || (file.isDirty && !(await file.save()))) {
      void vscode.window.showWarningMessage(say("exportUnsaved"));
      return undefined;
    }
    const chosen = target ?? (await chooseTarget());
    const options = chosen && (into === undefined ? await askFor(chosen) : []);
    const parent = options && (into ?? (await chooseFolder(file)));
    if (chosen === undefined || options === undefined || parent === undefined) {
      return undefined;
    }
    const folder = join(parent.fsPath, `${chosen}-export`);
    const ran = await execute(launch, [...options, chosen], file, folder);
    this.output.append(ran.said);
    void this.tell(ran, folder);
    return ran.written ? folder : undefined;
  }

  private async tell({ written, said }: Ran, folder: string): Promise<void> {
    const show = say("showOutput");
    const message = written ? say(said === "" ? "exported" : "exportedWithLosses", folder) : say("exportFailed");
    const ask = written ? vscode.window.showInformationMessage : vscode.window.showErrorMessage;
    if ((await ask(message, ...(said === "" ? [] : [show]))) === show) {
      this.output.show();
    }
  }
}

async function chooseTarget(): Promise<ExportTarget | undefined> {
  const items = Object.entries(EXPORT_TARGETS).map(([label, message]) => ({
    label: label as ExportTarget,
    description: say(message),
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say("chooseExport") }))?.label;
}

/** What a target has to know that no vm.conf says, as options; nothing where somebody has thought better of it. */
async function askFor(target: ExportTarget): Promise<string[] | undefined> {
  if (target !== "pacemaker") {
    return [];
  }
  const shared = await askForText("sharedTitle", "sharedPrompt", "/srv/vm", sharedProblem);
  const node = shared === undefined ? undefined : await askForText("nodeTitle", "nodePrompt", "kvm1", nodeProblem);
  return shared === undefined || node === undefined ? undefined : storageOptions({ shared, node });
}

function askForText(
  title: Message,
  prompt: Message,
  placeHolder: string,
  problem: (typed: string) => Message | undefined,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: say(title),
    prompt: say(prompt),
    placeHolder,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const found = problem(typed);
      return found === undefined ? undefined : say(found);
    },
  });
}

async function chooseFolder(file: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.Uri.file(dirname(file.uri.fsPath)),
    openLabel: say("exportHere"),
  });
  return chosen?.[0];
}

function execute(
  launch: Launch,
  target: readonly string[],
  file: vscode.TextDocument,
  folder: string,
): Promise<Ran> {
  const workspace = vscode.workspace.getWorkspaceFolder(file.uri);
  const cwd = workspace?.uri.fsPath ?? dirname(file.uri.fsPath);
  const args = [...launch.args, "export", ...commonOptions(workspace), "-o", folder, ...target, file.uri.fsPath];
  const options = { cwd, env: { ...process.env, ...launch.env }, timeout: PATIENCE_MS };
  return new Promise((done) => {
    execFile(launch.command, args, options, (error, _, said) => {
      done({ written: error === null, said: said === "" && error !== null ? `${error.message}\n` : said });
    });
  });
}
