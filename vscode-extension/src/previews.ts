import * as vscode from "vscode";
import type { PlanView } from "./answers";
import { Later } from "./later";
import type { LanguageServer } from "./languageServer";
import { partsOf, SCHEME, subjectOf, type Subject } from "./previewUri";
import { say } from "./say";

/** How long after an edit virtual documents follow, in milliseconds. */
const WAIT = 250;

/** Virtual documents about open files, kept up to date while those are edited. */
export class Previews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly later = new Later(WAIT, () => {
    this.refresh();
  });
  private readonly registrations: vscode.Disposable[];

  readonly onDidChange = this.changes.event;

  constructor(private readonly server: LanguageServer) {
    this.registrations = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.follow(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.follow(document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("vmconf")) {
          this.later.ask();
        }
      }),
      server.onDidChangeState(() => {
        this.later.ask();
      }),
    ];
  }

  /** Shows a subject beside the text, without taking the focus. */
  async show(subject: Subject): Promise<void> {
    const document = await this.open(subject);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  /** Makes the document of a plan ready to be shown. Its name is no guide to the language: it looks like a vm.conf. */
  async open(subject: Subject): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(this.uri(subject));
    return vscode.languages.setTextDocumentLanguage(document, "yaml");
  }

  uri(subject: Subject): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, ...partsOf(subject) });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const subject = subjectOf(uri.query);
    const text = subject === undefined ? undefined : await this.text(subject);
    return text ?? `# ${say(this.server.state === "running" ? "sourceGone" : "notRunning")}\n`;
  }

  private async text(subject: Subject): Promise<string | undefined> {
    if (subject.kind === "rule") {
      return this.server.run<string>("vmconf.rule", subject.code);
    }
    // The server knows open documents only.
    await vscode.workspace.openTextDocument(vscode.Uri.parse(subject.source));
    return (await this.plan(subject))?.text;
  }

  private plan(subject: Exclude<Subject, { kind: "rule" }>): Promise<PlanView | undefined> {
    switch (subject.kind) {
      case "plan":
        return this.server.run("vmconf.plan", subject.source);
      case "vm":
        return this.server.run("vmconf.plan", subject.source, subject.vm);
      case "committed":
        return this.server.run("vmconf.committedPlan", subject.source, subject.revision);
    }
  }

  private follow(document: vscode.TextDocument): void {
    if (document.languageId === "vmconf" || document.fileName.endsWith(".vmconf.yaml")) {
      this.later.ask();
    }
  }

  private refresh(): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME) {
        this.changes.fire(uri);
      }
    }
  }

  dispose(): void {
    this.later.dispose();
    this.changes.dispose();
    for (const each of this.registrations) {
      each.dispose();
    }
  }
}
