// The clients that the server is held against: one that can do everything of LSP 3.18, one of LSP 3.17 that is told its
// diagnostics, and one that can do nothing beside what everybody can.
/** All values of an enumeration of the protocol that begins at 1. */
const upTo = (last) => Array.from({ length: last }, (_, i) => i + 1);

const EVERYTHING_3_17 = {
  general: { positionEncodings: ["utf-8"], staleRequestSupport: { cancel: true, retryOnContentModified: [] } },
  window: {
    workDoneProgress: true,
    showMessage: { messageActionItem: { additionalPropertiesSupport: true } },
    showDocument: { support: true },
  },
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      failureHandling: "abort",
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    symbol: { symbolKind: { valueSet: upTo(26) }, tagSupport: { valueSet: [1] }, resolveSupport: { properties: ["location.range"] } },
    executeCommand: {},
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    inlineValue: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    fileOperations: { willRename: true },
  },
  textDocument: {
    synchronization: { willSave: true, willSaveWaitUntil: true, didSave: true },
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    completion: {
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ["documentation"] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      completionItemKind: { valueSet: upTo(25) },
      contextSupport: true,
      completionList: { itemDefaults: ["editRange"] },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ["markdown"],
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
      },
      contextSupport: true,
    },
    declaration: { linkSupport: true },
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    implementation: { linkSupport: true },
    references: {},
    documentHighlight: {},
    documentSymbol: {
      symbolKind: { valueSet: upTo(26) },
      hierarchicalDocumentSymbolSupport: true,
      tagSupport: { valueSet: [1] },
      labelSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      honorsChangeAnnotations: true,
    },
    codeLens: {},
    documentLink: { tooltipSupport: true },
    formatting: {},
    rangeFormatting: {},
    onTypeFormatting: {},
    rename: { prepareSupport: true, prepareSupportDefaultBehavior: 1, honorsChangeAnnotations: true },
    foldingRange: { rangeLimit: 5000, foldingRangeKind: { valueSet: ["comment", "imports", "region"] }, foldingRange: { collapsedText: true } },
    selectionRange: {},
    linkedEditingRange: {},
    callHierarchy: {},
    typeHierarchy: {},
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
      overlappingTokenSupport: false,
      multilineTokenSupport: false,
    },
    inlayHint: { resolveSupport: { properties: [] } },
    inlineValue: {},
  },
};

function everything318() {
  const all = structuredClone(EVERYTHING_3_17);
  all.general.positionEncodings = ["utf-16"];
  all.workspace.textDocumentContent = { dynamicRegistration: true };
  all.workspace.diagnostics = { refreshSupport: true };
  all.textDocument.diagnostic = { dynamicRegistration: true, relatedDocumentSupport: true };
  return all;
}

/** Name, version of the protocol, how positions are counted, capabilities. */
export const CLIENTS = [
  { name: "all of 3.18, asks for diagnostics", version: "3.18", encoding: "utf-16", capabilities: everything318() },
  { name: "all of 3.17, is told diagnostics", version: "3.17", encoding: "utf-8", capabilities: EVERYTHING_3_17 },
  { name: "nothing", version: "3.17", encoding: "utf-16", capabilities: {} },
];

/** So many roots lie in the workspace that reading them is worth a progress bar. */
export const ROOTS = 60;
