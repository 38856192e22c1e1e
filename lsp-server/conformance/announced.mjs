// Which requests a server's capabilities announce.
import assert from "node:assert/strict";

const text = (...names) => names.map((name) => `textDocument/${name}`);

const REQUESTS = {
  positionEncoding: () => [],
  textDocumentSync: () => [],
  completionProvider: (options) => [...text("completion"), ...(options.resolveProvider ? ["completionItem/resolve"] : [])],
  hoverProvider: () => text("hover"),
  signatureHelpProvider: () => text("signatureHelp"),
  declarationProvider: () => text("declaration"),
  definitionProvider: () => text("definition"),
  typeDefinitionProvider: () => text("typeDefinition"),
  implementationProvider: () => text("implementation"),
  referencesProvider: () => text("references"),
  documentHighlightProvider: () => text("documentHighlight"),
  documentSymbolProvider: () => text("documentSymbol"),
  codeActionProvider: () => text("codeAction"),
  codeLensProvider: () => text("codeLens"),
  documentLinkProvider: () => text("documentLink"),
  documentFormattingProvider: () => text("formatting"),
  documentRangeFormattingProvider: () => text("rangeFormatting"),
  documentOnTypeFormattingProvider: () => text("onTypeFormatting"),
  renameProvider: (options) => text("rename", ...(options.prepareProvider ? ["prepareRename"] : [])),
  foldingRangeProvider: () => text("foldingRange"),
  selectionRangeProvider: () => text("selectionRange"),
  linkedEditingRangeProvider: () => text("linkedEditingRange"),
  callHierarchyProvider: () => [...text("prepareCallHierarchy"), "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"],
  typeHierarchyProvider: () => [...text("prepareTypeHierarchy"), "typeHierarchy/supertypes", "typeHierarchy/subtypes"],
  semanticTokensProvider: ({ full, range }) =>
    text(...(full ? ["semanticTokens/full"] : []), ...(full.delta ? ["semanticTokens/full/delta"] : []), ...(range ? ["semanticTokens/range"] : [])),
  inlayHintProvider: () => text("inlayHint"),
  inlineValueProvider: () => text("inlineValue"),
  diagnosticProvider: (options) => [...text("diagnostic"), ...(options.workspaceDiagnostics ? ["workspace/diagnostic"] : [])],
  workspaceSymbolProvider: () => ["workspace/symbol"],
  executeCommandProvider: () => ["workspace/executeCommand"],
  workspace: ({ workspaceFolders: _, fileOperations = {}, textDocumentContent, ...others }) => {
    assert.deepEqual(others, {}, "the suite does not know these");
    return [...Object.keys(fileOperations).map((name) => `workspace/${name}Files`), ...(textDocumentContent ? ["workspace/textDocumentContent"] : [])];
  },
};

export function announced(capabilities) {
  return Object.entries(capabilities)
    .filter(([, value]) => value !== null && value !== false)
    .flatMap(([name, options]) => {
      assert(name in REQUESTS, `the suite does not know what ${name} announces: add it to announced.mjs and to the tour`);
      return REQUESTS[name](options);
    });
}
