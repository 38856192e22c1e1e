// What each request is answered with, and what the server says by itself, by the types of the protocol.
// "protocol" is the version that tsconfig-VERSION.json names.
import type * as P from "protocol";

/** Results of requests, as in LSP 3.17. */
export interface Answers {
  initialize: P.InitializeResult;
  shutdown: null;
  "textDocument/completion": P.CompletionItem[] | P.CompletionList | null;
  "completionItem/resolve": P.CompletionItem;
  "textDocument/hover": P.Hover | null;
  "textDocument/signatureHelp": P.SignatureHelp | null;
  "textDocument/declaration": P.Declaration | P.DeclarationLink[] | null;
  "textDocument/definition": P.Definition | P.DefinitionLink[] | null;
  "textDocument/typeDefinition": P.Definition | P.DefinitionLink[] | null;
  "textDocument/implementation": P.Definition | P.DefinitionLink[] | null;
  "textDocument/references": P.Location[] | null;
  "textDocument/documentHighlight": P.DocumentHighlight[] | null;
  "textDocument/documentSymbol": P.SymbolInformation[] | P.DocumentSymbol[] | null;
  "textDocument/codeAction": (P.Command | P.CodeAction)[] | null;
  "textDocument/codeLens": P.CodeLens[] | null;
  "textDocument/documentLink": P.DocumentLink[] | null;
  "textDocument/formatting": P.TextEdit[] | null;
  "textDocument/rangeFormatting": P.TextEdit[] | null;
  "textDocument/onTypeFormatting": P.TextEdit[] | null;
  "textDocument/rename": P.WorkspaceEdit | null;
  "textDocument/prepareRename": P.PrepareRenameResult | null;
  "textDocument/foldingRange": P.FoldingRange[] | null;
  "textDocument/selectionRange": P.SelectionRange[] | null;
  "textDocument/linkedEditingRange": P.LinkedEditingRanges | null;
  "textDocument/prepareCallHierarchy": P.CallHierarchyItem[] | null;
  "callHierarchy/incomingCalls": P.CallHierarchyIncomingCall[] | null;
  "callHierarchy/outgoingCalls": P.CallHierarchyOutgoingCall[] | null;
  "textDocument/prepareTypeHierarchy": P.TypeHierarchyItem[] | null;
  "typeHierarchy/supertypes": P.TypeHierarchyItem[] | null;
  "typeHierarchy/subtypes": P.TypeHierarchyItem[] | null;
  "textDocument/semanticTokens/full": P.SemanticTokens | null;
  "textDocument/semanticTokens/full/delta": P.SemanticTokens | P.SemanticTokensDelta | null;
  "textDocument/semanticTokens/range": P.SemanticTokens | null;
  "textDocument/inlayHint": P.InlayHint[] | null;
  "textDocument/inlineValue": P.InlineValue[] | null;
  "textDocument/diagnostic": P.DocumentDiagnosticReport;
  "workspace/diagnostic": P.WorkspaceDiagnosticReport;
  "workspace/symbol": P.SymbolInformation[] | P.WorkspaceSymbol[] | null;
  "workspace/executeCommand": P.LSPAny;
  "workspace/willRenameFiles": P.WorkspaceEdit | null;
}

/** Parameters of the requests and notifications that the server sends; null where there are none. */
export interface Told {
  "textDocument/publishDiagnostics": P.PublishDiagnosticsParams;
  "window/showMessage": P.ShowMessageParams;
  "window/showMessageRequest": P.ShowMessageRequestParams;
  "window/logMessage": P.LogMessageParams;
  "window/showDocument": P.ShowDocumentParams;
  "window/workDoneProgress/create": P.WorkDoneProgressCreateParams;
  "client/registerCapability": P.RegistrationParams;
  "client/unregisterCapability": P.UnregistrationParams;
  "workspace/configuration": P.ConfigurationParams;
  "workspace/workspaceFolders": null;
  "workspace/applyEdit": P.ApplyWorkspaceEditParams;
  "workspace/codeLens/refresh": null;
  "workspace/diagnostic/refresh": null;
  "workspace/inlayHint/refresh": null;
  "workspace/inlineValue/refresh": null;
  "workspace/semanticTokens/refresh": null;
  "$/logTrace": P.LogTraceParams;
  "$/progress": {
    token: P.ProgressToken;
    value: P.WorkDoneProgressBegin | P.WorkDoneProgressReport | P.WorkDoneProgressEnd;
  };
}

/** Options of what is registered. */
export interface Registered {
  "workspace/didChangeConfiguration": P.DidChangeConfigurationRegistrationOptions;
  "workspace/didChangeWatchedFiles": P.DidChangeWatchedFilesRegistrationOptions;
}
