import * as vscode from "vscode";
import type { Reading } from "./answers";
import { Later } from "./later";
import type { LanguageServer } from "./languageServer";
import { say } from "./say";

/** How long after a change the item follows, in milliseconds. */
const WAIT = 150;

/** An item in the status bar: what the server does, for what the file is checked, and what was found in it. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly registrations: readonly { dispose(): unknown }[];
  private readonly later = new Later(WAIT, () => {
    void this.update();
  });

  constructor(private readonly server: LanguageServer) {
    this.item = vscode.window.createStatusBarItem("vmconf.status", vscode.StatusBarAlignment.Right, 90);
    this.item.name = "vm.conf";
    this.item.command = "vmconf.showActions";
    const ask = (): void => {
      this.later.ask();
    };
    this.registrations = [
      this.item,
      server.onDidChangeState(ask),
      vscode.window.onDidChangeActiveTextEditor(ask),
      vscode.languages.onDidChangeDiagnostics(ask),
      vscode.workspace.onDidChangeConfiguration(ask),
    ];
    ask();
  }

  /** What the item shows, for tests. */
  get text(): string {
    return this.item.text;
  }

  private async update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "vmconf") {
      this.item.hide();
      return;
    }
    switch (this.server.state) {
      case "starting":
        this.show("$(loading~spin) vm.conf", say("statusStarting"));
        break;
      case "stopped":
        this.show("$(circle-slash) vm.conf", say("statusStopped"));
        break;
      case "running":
        await this.showCounts(document.uri);
    }
  }

  private async showCounts(uri: vscode.Uri): Promise<void> {
    const reading = await this.server.run<Reading>("vmconf.reading", uri.toString());
    const found = vscode.languages.getDiagnostics(uri);
    const count = (severity: vscode.DiagnosticSeverity): number =>
      found.filter((each) => each.severity === severity).length;
    const errors = count(vscode.DiagnosticSeverity.Error);
    const warnings = count(vscode.DiagnosticSeverity.Warning);
    const target = reading?.target ?? "vm.conf";
    const counts = errors + warnings === 0 ? "$(check)" : `$(error) ${errors} $(warning) ${warnings}`;
    this.show(`${target} ${counts}`, [say("statusRunning", target, errors, warnings), ...rootOf(reading)].join("\n"));
  }

  private show(text: string, told: string): void {
    this.item.text = text;
    this.item.tooltip = told;
    this.item.accessibilityInformation = { label: told, role: "button" };
    this.item.show();
  }

  dispose(): void {
    this.later.dispose();
    for (const each of this.registrations) {
      each.dispose();
    }
  }
}

function rootOf(reading: Reading | undefined): string[] {
  if (reading === undefined) {
    return [];
  }
  return [reading.roots > 1 ? say("statusRoots", reading.name, reading.roots) : say("statusRoot", reading.name)];
}
