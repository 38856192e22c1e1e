// What the protocol says about answers and its types cannot. Each check takes the answer and what it answers:
// `params`, `house`, `server` and `client` (capabilities), `uri` of the document that was asked about.
import assert from "node:assert/strict";
import { checkDiagnostics } from "./findings.mjs";
import { compare, holds, within } from "./places.mjs";
import { checkDelta, checkTokens } from "./tokens.mjs";

const list = (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]);
const show = JSON.stringify;

/** Whether a capability like `a.b.c` has been announced. */
export const has = (capabilities, dotted) => dotted.split(".").reduce((value, key) => value?.[key], capabilities) ?? false;

function needs(client, capability, what) {
  assert(has(client, capability), `${what} goes to clients alone that say ${capability}`);
}

function checkMarkup(value, formats, what) {
  for (const each of list(value)) {
    if (each.kind === "markdown") {
      assert(formats?.includes("markdown"), `${what}: the client reads no Markdown`);
    }
  }
}

function targets(capability) {
  return (result, { client, params }) => {
    for (const each of list(result)) {
      if (each.targetUri) {
        needs(client, `textDocument.${capability}.linkSupport`, "a LocationLink");
        assert(within(each.targetSelectionRange, each.targetRange), `the selection is in the target: ${show(each)}`);
        assert(!each.originSelectionRange || holds(each.originSelectionRange, params.position), `the origin holds the place: ${show(each)}`);
      }
    }
  };
}

function checkItem(item, { client, params, server }) {
  const can = (name) => has(client, `textDocument.completion.completionItem.${name}`);
  const edit = item.textEdit;
  if (edit && params.position) {
    const range = edit.range ?? edit.replace;
    assert(range.start.line === range.end.line && holds(range, params.position), `an edit is on one line around the place: ${show(item)}`);
  }
  assert(!item.filterText || item.filterText.length > 0, `there is something to filter by: ${show(item)}`);
  assert(item.insertTextFormat !== 2 || can("snippetSupport"), `a snippet for a client that knows none: ${show(item)}`);
  assert(!item.commitCharacters || can("commitCharactersSupport"), `commit characters for a client that knows none: ${show(item)}`);
  assert((item.commitCharacters ?? []).every((each) => each.length === 1), `a commit character is one character: ${show(item)}`);
  assert(!item.labelDetails || can("labelDetailsSupport"), `details of labels for a client that knows none: ${show(item)}`);
  assert((item.kind ?? 1) <= (has(client, "textDocument.completion.completionItemKind.valueSet") ? 25 : 18), `a kind that the client does not know: ${show(item)}`);
  assert(server.completionProvider.resolveProvider, "items can be resolved");
  checkMarkup(item.documentation, can("documentationFormat") || [], "documentation");
}

function checkSymbols(symbols, outer, { client }) {
  for (const each of symbols) {
    const nested = "selectionRange" in each;
    assert(nested === Boolean(has(client, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport")), `nested symbols are for clients that know them: ${show(each)}`);
    assert(each.name.trim() !== "", "a symbol has a name");
    if (nested) {
      assert(within(each.selectionRange, each.range), `the name of a symbol is in it: ${show(each)}`);
      assert(!outer || within(each.range, outer), `a symbol is in the one that holds it: ${show(each)}`);
      checkSymbols(each.children ?? [], each.range, { client });
    }
  }
}

function checkHierarchy(items) {
  for (const each of list(items)) {
    const item = each.from ?? each.to ?? each;
    assert(within(item.selectionRange, item.range), `what is selected of an item is in it: ${show(item)}`);
  }
}

function checkEdit(edit, { client, house }) {
  for (const each of list(edit?.documentChanges)) {
    needs(client, "workspace.workspaceEdit.documentChanges", "documentChanges");
    if (each.kind) {
      const kinds = has(client, "workspace.workspaceEdit.resourceOperations") || [];
      assert(kinds.includes(each.kind), `the client cannot ${each.kind} files`);
    } else {
      const { uri, version } = each.textDocument;
      assert.equal(version, house.versions.get(uri) ?? null, `the version of ${uri}`);
    }
  }
  assert(!(edit?.changes && edit.documentChanges), "an edit has changes or documentChanges");
}

function checkAction(action, context) {
  const { client, params, server } = context;
  if (typeof action.command !== "string") {
    needs(client, "textDocument.codeAction.codeActionLiteralSupport", "a CodeAction");
    const kinds = server.codeActionProvider.codeActionKinds;
    assert(kinds.some((each) => action.kind === each || action.kind.startsWith(`${each}.`)), `the kind ${action.kind} was not announced`);
    const only = params.context.only;
    assert(!only || only.some((each) => action.kind === each || action.kind.startsWith(`${each}.`)), `the kind ${action.kind} was not asked for`);
    assert(action.edit || action.command || action.data, `an action does something: ${show(action)}`);
    checkEdit(action.edit, context);
    assert(!("isPreferred" in action) || has(client, "textDocument.codeAction.isPreferredSupport"), "isPreferred is for clients that know it");
    checkDiagnostics(action.diagnostics ?? [], client);
  }
}

function checkSelection(selection, position) {
  assert(holds(selection.range, position), `a selection holds the place: ${show(selection)}`);
  for (let each = selection; each.parent; each = each.parent) {
    assert(within(each.range, each.parent.range), `a selection is in the one around it: ${show(each)}`);
    assert.notDeepEqual(each.range, each.parent.range, "a selection grows");
  }
}

function checkFolding(ranges, { house, uri, client }) {
  const last = house.lines(uri).length;
  for (const each of ranges) {
    assert(each.startLine <= each.endLine && each.endLine < last, `no lines to fold: ${show(each)}`);
    for (const end of ["start", "end"]) {
      const character = each[`${end}Character`];
      assert(character === undefined || house.holds(uri, { line: each[`${end}Line`], character }), `no place to fold: ${show(each)}`);
    }
    assert(!each.collapsedText || has(client, "textDocument.foldingRange.foldingRange.collapsedText"), "collapsed texts are for clients that know them");
  }
}

function checkSignature(help, { client }) {
  const signature = help?.signatures[help.activeSignature ?? 0];
  assert(!help || signature, `there is no such signature: ${show(help)}`);
  const parameters = signature?.parameters ?? [];
  assert(!help || (help.activeParameter ?? 0) < Math.max(parameters.length, 1), `there is no such parameter: ${show(help)}`);
  for (const { label } of parameters) {
    const offsets = Array.isArray(label);
    assert(!offsets || has(client, "textDocument.signatureHelp.signatureInformation.parameterInformation.labelOffsetSupport"), "offsets of labels are for clients that know them");
    assert(offsets ? label[0] < label[1] && label[1] <= signature.label.length : signature.label.includes(label), `no part of the label: ${show(label)}`);
  }
  checkMarkup(signature?.documentation, has(client, "textDocument.signatureHelp.signatureInformation.documentationFormat") || [], "a signature");
}

function checkInitialize(result, { client }) {
  const server = result.capabilities;
  const encodings = has(client, "general.positionEncodings") || ["utf-16"];
  assert(encodings.includes(server.positionEncoding ?? "utf-16"), `nobody offered ${server.positionEncoding}`);
  assert(typeof server.renameProvider !== "object" || has(client, "textDocument.rename.prepareSupport"), "RenameOptions are for clients with prepareSupport");
  assert(typeof server.codeActionProvider !== "object" || has(client, "textDocument.codeAction.codeActionLiteralSupport"), "CodeActionOptions are for clients with codeActionLiteralSupport");
}

const outside = (range, place) => compare(place, range.start) < 0 || compare(range.end, place) < 0;

export const CHECKS = {
  initialize: checkInitialize,
  "textDocument/completion": (result, context) => list(result?.items ?? result).forEach((each) => checkItem(each, context)),
  "completionItem/resolve": (result, context) => {
    checkItem(result, context);
    const { documentation: _, detail: __, ...rest } = result;
    const { documentation: ___, detail: ____, ...asked } = context.params;
    assert.deepEqual(rest, asked, "resolving adds what the client said that it would ask for");
  },
  "textDocument/hover": (result, { client, params }) => {
    assert(!result?.range || holds(result.range, params.position), `what is told is about the place: ${show(result)}`);
    checkMarkup(result?.contents, has(client, "textDocument.hover.contentFormat") || [], "hover");
  },
  "textDocument/signatureHelp": checkSignature,
  "textDocument/declaration": targets("declaration"),
  "textDocument/definition": targets("definition"),
  "textDocument/typeDefinition": targets("typeDefinition"),
  "textDocument/implementation": targets("implementation"),
  "textDocument/documentSymbol": (result, context) => checkSymbols(list(result), undefined, context),
  "textDocument/codeAction": (result, context) => list(result).forEach((each) => checkAction(each, context)),
  "textDocument/codeLens": (result, { server }) => {
    for (const each of list(result)) {
      const known = [...server.executeCommandProvider.commands, "vmconf.showReferences"];
      assert(each.command || each.data, "a lens has a command or can be resolved");
      assert(!each.command || known.includes(each.command.command), `nobody knows the command of ${show(each)}`);
      assert.equal(each.range.start.line, each.range.end.line, "a lens is on one line");
    }
  },
  "textDocument/documentLink": (result) => list(result).forEach((each) => assert(URL.canParse(each.target), `a link leads somewhere: ${show(each)}`)),
  "textDocument/rename": checkEdit,
  "workspace/willRenameFiles": checkEdit,
  "textDocument/prepareRename": (result, { params }) => {
    const range = result?.range ?? result;
    assert(!range?.start || holds(range, params.position), `the name is at the place: ${show(result)}`);
  },
  "textDocument/foldingRange": (result, context) => checkFolding(list(result), context),
  "textDocument/selectionRange": (result, { params }) => {
    assert.equal(list(result).length, params.positions.length, "a selection for each place");
    list(result).forEach((each, i) => checkSelection(each, params.positions[i]));
  },
  "textDocument/linkedEditingRange": (result, { house, uri }) => {
    const texts = new Set(list(result?.ranges).map((each) => house.covered(uri, each)));
    assert(texts.size <= 1, `linked ranges have one text: ${show([...texts])}`);
  },
  "textDocument/prepareCallHierarchy": checkHierarchy,
  "callHierarchy/incomingCalls": checkHierarchy,
  "callHierarchy/outgoingCalls": checkHierarchy,
  "textDocument/prepareTypeHierarchy": checkHierarchy,
  "typeHierarchy/supertypes": checkHierarchy,
  "typeHierarchy/subtypes": checkHierarchy,
  "textDocument/semanticTokens/full": checkTokens,
  "textDocument/semanticTokens/full/delta": checkDelta,
  "textDocument/semanticTokens/range": checkTokens,
  "textDocument/inlayHint": (result, { params }) =>
    list(result).forEach((each) => assert(!outside(params.range, each.position), `a hint that nobody asked for: ${show(each)}`)),
  "textDocument/inlineValue": (result, { params }) =>
    list(result).forEach((each) => assert(!outside(params.range, each.range.end) || !outside(params.range, each.range.start), `a value that nobody asked for: ${show(each)}`)),
  "textDocument/diagnostic": (result, { client }) => {
    checkDiagnostics(result.items ?? [], client);
    assert(!result.relatedDocuments || has(client, "textDocument.diagnostic.relatedDocumentSupport"), "other documents are for clients that take them");
    Object.values(result.relatedDocuments ?? {}).forEach((each) => checkDiagnostics(each.items ?? [], client));
  },
  "workspace/diagnostic": (result, { client, house }) => {
    const uris = result.items.map((each) => each.uri);
    assert.equal(new Set(uris).size, uris.length, "one report for a document");
    for (const each of result.items) {
      assert.equal(each.version, house.versions.get(each.uri) ?? null, `the version of ${each.uri}`);
      checkDiagnostics(each.items ?? [], client);
    }
  },
};
