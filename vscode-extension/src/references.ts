import * as vscode from "vscode";

/** A place as the language server writes it. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a file as the language server writes it. */
interface Stretch {
  readonly uri: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

/** Carries out what the code lenses of the server ask for: shows who uses a block. */
export function showReferences(uri: string, at: Place, users: readonly Stretch[]): Thenable<unknown> {
  return vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    position(at),
    users.map((user) => new vscode.Location(vscode.Uri.parse(user.uri), range(user))),
  );
}

function range({ range: { start, end } }: Stretch): vscode.Range {
  return new vscode.Range(position(start), position(end));
}

function position({ line, character }: Place): vscode.Position {
  return new vscode.Position(line, character);
}
