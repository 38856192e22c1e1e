import * as vscode from "vscode";
import { MESSAGES, type Message } from "./messages";

/** A sentence in the language of the editor. */
export function say(message: Message, ...args: (string | number)[]): string {
  return vscode.l10n.t(MESSAGES[message], ...args);
}
