import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Picture } from "./answers";
import { drawingOf, graphPage } from "./graphPage";
import { Later } from "./later";
import type { LanguageServer } from "./languageServer";
import { MESSAGES } from "./messages";
import { say } from "./say";
import type { FromPage, ToPage } from "./webview/messages";

/** How long after an edit the picture follows, in milliseconds. */
const WAIT = 400;

/** Pictures, one panel for each file they are asked from. */
export class GraphPanels implements vscode.Disposable {
  private readonly panels = new Map<string, GraphPanel>();

  constructor(
    private readonly server: LanguageServer,
    private readonly extension: vscode.Uri,
  ) {}

  show(source: vscode.Uri): void {
    const key = source.toString();
    const known = this.panels.get(key);
    if (known !== undefined) {
      known.reveal();
      return;
    }
    const panel = new GraphPanel(this.server, this.extension, source, () => this.panels.delete(key));
    this.panels.set(key, panel);
  }

  dispose(): void {
    for (const panel of this.panels.values()) {
      panel.dispose();
    }
  }
}

class GraphPanel implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly registrations: vscode.Disposable[];
  private readonly later = new Later(WAIT, () => {
    void this.draw();
  });
  private files: Picture["files"] = {};

  constructor(
    private readonly server: LanguageServer,
    extension: vscode.Uri,
    private readonly source: vscode.Uri,
    onClose: () => void,
  ) {
    const scripts = vscode.Uri.joinPath(extension, "dist");
    const title = say("graphTitle", source.path.slice(source.path.lastIndexOf("/") + 1));
    this.panel = vscode.window.createWebviewPanel(
      "vmconf.graph",
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [scripts] },
    );
    const script = this.panel.webview.asWebviewUri(vscode.Uri.joinPath(scripts, "graph.js")).toString();
    this.registrations = [
      this.panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      this.panel.onDidDispose(() => {
        this.release();
        onClose();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "vmconf") {
          this.later.ask();
        }
      }),
      server.onDidChangeState((state) => {
        if (state === "running") {
          this.later.ask();
        }
      }),
    ];
    this.panel.webview.html = graphPage(script, randomBytes(16).toString("base64url"), {
      title,
      zoomIn: say("zoomIn"),
      zoomOut: say("zoomOut"),
      fit: say("zoomFit"),
    });
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
    this.later.ask();
  }

  private async receive(message: FromPage): Promise<void> {
    if (message.kind === "ready") {
      await this.draw();
      return;
    }
    const uri = this.files[message.file];
    if (uri !== undefined) {
      await this.open(vscode.Uri.parse(uri), message.line - 1);
    }
  }

  private async open(uri: vscode.Uri, line: number): Promise<void> {
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    const selection = new vscode.Range(line, 0, line, 0);
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(uri, { selection, viewColumn });
  }

  private async draw(): Promise<void> {
    // The server knows open documents only.
    await vscode.workspace.openTextDocument(this.source);
    const picture = await this.server.run<Picture>("vmconf.graph", this.source.toString());
    this.files = picture?.files ?? {};
    await this.send(message(picture));
  }

  private async send(message: ToPage): Promise<void> {
    await this.panel.webview.postMessage(message);
  }

  dispose(): void {
    this.panel.dispose();
  }

  private release(): void {
    this.later.dispose();
    for (const each of this.registrations) {
      each.dispose();
    }
  }
}

function message(picture: Picture | undefined): ToPage {
  if (picture?.problem !== "") {
    return { kind: "problem", text: picture?.problem ?? say("notRunning") };
  }
  return {
    kind: "picture",
    ...drawingOf(picture.svg),
    label: say("graphOf", picture.name),
    // Their places are filled in by the page.
    news: vscode.l10n.t(MESSAGES.drawn),
    place: vscode.l10n.t(MESSAGES.goToSource),
  };
}
