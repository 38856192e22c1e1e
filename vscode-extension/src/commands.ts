import * as vscode from "vscode";
import type { RuleTitle, Tally } from "./answers";
import type { Exporting } from "./exporting";
import type { ExportTarget } from "./exportTargets";
import type { GraphPanels } from "./graphPanel";
import type { LanguageServer } from "./languageServer";
import type { Previews } from "./previews";
import { say } from "./say";

/** What the user can ask for. */
export class Commands {
  constructor(
    private readonly server: LanguageServer,
    private readonly previews: Previews,
    private readonly graphs: GraphPanels,
    private readonly exporting: Exporting,
    private readonly extension: vscode.Uri,
  ) {}

  /** The commands by their names in package.json. */
  all(): Readonly<Record<string, (...args: never[]) => unknown>> {
    return {
      "vmconf.checkWorkspace": () => this.checkWorkspace(),
      "vmconf.showPlan": () => this.showPlan(),
      "vmconf.showEffectiveVm": () => this.showEffectiveVm(),
      "vmconf.comparePlanWithHead": () => this.comparePlanWithHead(),
      "vmconf.showGraph": () => {
        this.showGraph();
      },
      "vmconf.export": (target?: ExportTarget, into?: vscode.Uri) => this.export(target, into),
      "vmconf.explainRule": (code?: string) => this.explainRule(code),
      "vmconf.formatDocument": () => vscode.commands.executeCommand("editor.action.formatDocument"),
      "vmconf.openSettings": () => vscode.commands.executeCommand("workbench.action.openSettings", "@ext:vmconf.vmconf"),
      "vmconf.openSample": () => this.openSample(),
      "vmconf.showActions": () => showActions(),
    };
  }

  private async checkWorkspace(): Promise<Tally | undefined> {
    const tally = await this.server.run<Tally>("vmconf.tally");
    if (tally === undefined) {
      void vscode.window.showWarningMessage(say("notRunning"));
      return undefined;
    }
    const { files, roots, errors, warnings, notes } = tally;
    await vscode.commands.executeCommand("workbench.actions.view.problems");
    void vscode.window.showInformationMessage(say("checked", files, roots, errors, warnings, notes));
    return tally;
  }

  private async showPlan(): Promise<void> {
    const source = activeFile();
    if (source !== undefined) {
      await this.previews.show({ kind: "plan", source: source.uri.toString() });
    }
  }

  private async showEffectiveVm(): Promise<void> {
    const source = activeFile();
    const place = vscode.window.activeTextEditor?.selection.active;
    if (source === undefined || place === undefined) {
      return;
    }
    const uri = source.uri.toString();
    const vm = await this.server.run<string>("vmconf.vmAt", uri, place.line, place.character);
    if (vm === undefined) {
      void vscode.window.showInformationMessage(say(this.server.state === "running" ? "noVm" : "notRunning"));
      return;
    }
    await this.previews.show({ kind: "vm", source: uri, vm });
  }

  private async comparePlanWithHead(): Promise<void> {
    const file = activeFile();
    if (file !== undefined) {
      const source = file.uri.toString();
      const name = source.slice(source.lastIndexOf("/") + 1);
      const before = await this.previews.open({ kind: "committed", source, revision: "HEAD" });
      const now = await this.previews.open({ kind: "plan", source });
      await vscode.commands.executeCommand("vscode.diff", before.uri, now.uri, say("planOfHead", name));
    }
  }

  private showGraph(): void {
    const source = activeFile();
    if (source !== undefined) {
      this.graphs.show(source.uri);
    }
  }

  private async export(target?: ExportTarget, into?: vscode.Uri): Promise<string | undefined> {
    const file = activeFile();
    return file && this.exporting.run(file, target, into);
  }

  private async explainRule(asked: string | undefined): Promise<void> {
    const code = asked ?? (await this.chooseRule());
    if (code !== undefined) {
      const uri = this.previews.uri({ kind: "rule", code });
      try {
        await vscode.commands.executeCommand("markdown.showPreview", uri);
      } catch {
        // Without the extension that shows Markdown, its text must do.
        await vscode.window.showTextDocument(uri);
      }
    }
  }

  /** Rules of findings at the cursor come first. */
  private async chooseRule(): Promise<string | undefined> {
    const rules = await this.server.run<RuleTitle[]>("vmconf.rules");
    if (rules === undefined) {
      void vscode.window.showWarningMessage(say("notRunning"));
      return undefined;
    }
    const here = codesAtCursor();
    const items = rules.map(({ code, title, severity }) => ({ label: code, description: title, detail: severity }));
    const sorted = [...items.filter(({ label }) => here.has(label)), ...items.filter(({ label }) => !here.has(label))];
    const chosen = await vscode.window.showQuickPick(sorted, { placeHolder: say("chooseRule"), matchOnDescription: true });
    return chosen?.label;
  }

  /** A file to start with, not saved yet. */
  private async openSample(): Promise<void> {
    const file = vscode.Uri.joinPath(this.extension, "walkthrough", "sample.vm.conf");
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const document = await vscode.workspace.openTextDocument({ language: "vmconf", content });
    await vscode.window.showTextDocument(document);
  }
}

function activeFile(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const file =
    document?.languageId === "vmconf"
      ? document
      : vscode.window.visibleTextEditors.find((editor) => editor.document.languageId === "vmconf")?.document;
  if (file === undefined) {
    void vscode.window.showInformationMessage(say("noFile"));
  }
  return file;
}

function codesAtCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return new Set();
  }
  const { active } = editor.selection;
  const codes = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.start.line <= active.line && active.line <= range.end.line)
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
  return new Set(codes);
}

async function showActions(): Promise<void> {
  const commands = [
    "vmconf.checkWorkspace",
    "vmconf.showPlan",
    "vmconf.showEffectiveVm",
    "vmconf.comparePlanWithHead",
    "vmconf.showGraph",
    "vmconf.export",
    "vmconf.explainRule",
    "vmconf.restartServer",
    "vmconf.showOutput",
    "vmconf.openSettings",
  ];
  const titles = titlesOfCommands();
  const items = commands.map((command) => ({ label: titles.get(command) ?? command, command }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: say("chooseAction") });
  if (chosen !== undefined) {
    await vscode.commands.executeCommand(chosen.command);
  }
}

/** As package.json has them, in the language of the editor. */
function titlesOfCommands(): ReadonlyMap<string, string> {
  const manifest = vscode.extensions.getExtension("vmconf.vmconf")?.packageJSON as
    | { contributes: { commands: { command: string; title: string }[] } }
    | undefined;
  return new Map(manifest?.contributes.commands.map(({ command, title }) => [command, title]));
}
