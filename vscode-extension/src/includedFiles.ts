import * as vscode from "vscode";
import type { Reading } from "./answers";
import type { LanguageServer } from "./languageServer";

/**
 * Included files may be called anything: one that an open vm.conf includes is taken for one, too. Only once, so that
 * whoever chooses another language for it keeps that.
 */
export class IncludedFiles implements vscode.Disposable {
  private readonly seen = new Set<string>();
  private readonly registrations: vscode.Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.registrations = [
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        this.lookAt(editors);
      }),
      server.onDidChangeState(() => {
        this.lookAt(vscode.window.visibleTextEditors);
      }),
    ];
    this.lookAt(vscode.window.visibleTextEditors);
  }

  private lookAt(editors: readonly vscode.TextEditor[]): void {
    for (const { document } of editors) {
      const key = document.uri.toString();
      const other = document.uri.scheme === "file" && document.languageId !== "vmconf";
      if (other && this.server.state === "running" && !this.seen.has(key)) {
        this.seen.add(key);
        void this.take(document);
      }
    }
  }

  private async take(document: vscode.TextDocument): Promise<void> {
    const reading = await this.server.run<Reading>("vmconf.reading", document.uri.toString());
    if (reading !== undefined) {
      await vscode.languages.setTextDocumentLanguage(document, "vmconf");
    }
  }

  dispose(): void {
    for (const each of this.registrations) {
      each.dispose();
    }
  }
}
