// Every request that the server announces, each at places where it has something to say and where it has not.
const OPTIONS = { tabSize: 8, insertSpaces: false };

/** One request: `params` and `then` take the house; what `then` gives is asked next, about the answer. */
const ask = (method, params, more = {}) => ({ method, params, ...more });

const at = (uri, position, more = {}) => ({ textDocument: { uri }, position, ...more });
const of = (uri, more = {}) => ({ textDocument: { uri }, ...more });

/** The same request behind each of some texts of the top file. */
const behind = (method, texts, more = () => ({})) =>
  texts.map((text) => ask(method, (house) => at(house.top, house.behind(house.top, text), more(house))));

/** The same request where there is nothing to tell about. */
const nowhere = (method, more = {}) => [
  ask(method, (house) => at(house.top, { line: 0, character: 1 }, more), { mayBeEmpty: true }),
  ask(method, () => at("file:///nowhere/vm.conf", { line: 3, character: 3 }, more), { mayBeEmpty: true }),
  ask(method, () => at("untitled:Untitled-1", { line: 0, character: 0 }, more), { mayBeEmpty: true }),
];

const next = (method) => (result, params) => result?.map((item) => ask(method, () => ({ item }), { uri: () => item.uri, mayBeEmpty: true })) ?? [];
const findings = (house, uri) => house.diagnostics.get(uri) ?? [];

const actions = (range, more = {}) =>
  ask("textDocument/codeAction", (house) => {
    const asked = range(house);
    const diagnostics = findings(house, house.top).filter((each) => each.range.start.line <= asked.end.line && each.range.end.line >= asked.start.line);
    return of(house.top, { range: asked, context: { diagnostics, ...more } });
  }, { mayBeEmpty: true, literals: true });

export const TOUR = [
  ...behind("textDocument/completion", ["memory $", "memory $ra", "{ switch ", "include \"", "vm \"", "disk \"/w 𝄞.img\"\n\t", "unused"]),
  ask("textDocument/completion", (house) => at(house.top, house.behind(house.top, "disk \"/d.img\"\n")), {
    then: (result, params, house) => (result.items ?? result).filter((each) => each.data !== undefined).slice(0, 3).map((item) => ask("completionItem/resolve", () => item, { uri: () => house.top })),
  }),
  ...nowhere("textDocument/completion"),
  ...behind("textDocument/hover", ["memo", "memory $r", "{ switch la", "\"ba", "inclu"]),
  ...nowhere("textDocument/hover"),
  ...behind("textDocument/signatureHelp", ["memory ", "switch "]),
  ...nowhere("textDocument/signatureHelp"),
  ...behind("textDocument/declaration", ["memory $r", "{ switch l"]),
  ...behind("textDocument/definition", ["memory $r", "{ switch l", "vm \"ba", "include \"pa"]),
  ...nowhere("textDocument/definition"),
  ...behind("textDocument/typeDefinition", ["instance \"we"]),
  ask("textDocument/implementation", (house) => at(house.lan, house.behind(house.lan, "vm \"ba"))),
  ...behind("textDocument/references", ["memory $r", "{ switch l"], () => ({ context: { includeDeclaration: true } })),
  ...nowhere("textDocument/references", { context: { includeDeclaration: false } }),
  ...behind("textDocument/documentHighlight", ["memory $r", "{ switch l"]),
  ask("textDocument/documentSymbol", (house) => of(house.top)),
  ask("textDocument/documentSymbol", (house) => of(house.lan)),
  ask("textDocument/foldingRange", (house) => of(house.top)),
  ask("textDocument/selectionRange", (house) =>
    of(house.top, { positions: ["disk \"/w 𝄞", "memory $r", "# 𝄞", "{ switch   \"no"].map((text) => house.behind(house.top, text)) }),
  ),
  ask("textDocument/documentLink", (house) => of(house.top)),
  ask("textDocument/codeLens", (house) => of(house.lan)),
  ask("textDocument/codeLens", (house) => of(house.top), { mayBeEmpty: true }),
  ask("textDocument/formatting", (house) => of(house.top, { options: OPTIONS })),
  ask("textDocument/formatting", (house) => of(house.lan, { options: OPTIONS }), { mayBeEmpty: true }),
  ask("textDocument/rangeFormatting", (house) => of(house.top, { range: house.range(house.top, "disk    \"/𝄞.img\""), options: OPTIONS })),
  ask("textDocument/onTypeFormatting", (house) => at(house.top, house.behind(house.top, "\"nowhere\" }\n}"), { ch: "}", options: OPTIONS })),
  ask("textDocument/onTypeFormatting", (house) => at(house.top, house.behind(house.top, "memory $ram\n"), { ch: "\n", options: OPTIONS }), { mayBeEmpty: true }),
  ...behind("textDocument/prepareRename", ["memory $r", "{ switch l", "vm \"ba"]),
  ...nowhere("textDocument/prepareRename"),
  ...behind("textDocument/rename", ["memory $r"], () => ({ newName: "amount" })),
  ...behind("textDocument/rename", ["{ switch l"], () => ({ newName: "wire" })),
  ask("textDocument/rename", (house) => at(house.top, house.behind(house.top, "memory $r"), { newName: "no name" }), { error: true }),
  ...behind("textDocument/linkedEditingRange", ["spar"]),
  ...behind("textDocument/prepareCallHierarchy", ["include \"pa"]).map((each) => ({ ...each, then: next("callHierarchy/incomingCalls") })),
  ask("textDocument/prepareCallHierarchy", (house) => at(house.top, { line: 0, character: 0 }), { then: next("callHierarchy/outgoingCalls") }),
  ...behind("textDocument/prepareTypeHierarchy", ["instance \"we"]).map((each) => ({ ...each, then: next("typeHierarchy/supertypes") })),
  ...behind("textDocument/prepareTypeHierarchy", ["vm \"ba"]).map((each) => ({ ...each, then: next("typeHierarchy/subtypes") })),
  ask("textDocument/inlayHint", (house) => of(house.other, { range: house.all(house.other) })),
  ask("textDocument/inlayHint", (house) => of(house.lan, { range: house.range(house.lan, "local interface") }), { mayBeEmpty: true }),
  ask("textDocument/inlineValue", (house) =>
    of(house.top, { range: house.all(house.top), context: { frameId: 0, stoppedLocation: house.range(house.top, "memory") } }),
  ),
  actions((house) => house.range(house.top, "unused")),
  actions((house) => house.range(house.top, "\"nowhere\"")),
  actions((house) => house.range(house.top, "\"/w 𝄞.img\"")),
  actions((house) => house.range(house.top, "memory $ram")),
  actions((house) => house.range(house.top, "vm \"base\" instance \"web\""), { only: ["refactor"] }),
  actions((house) => house.all(house.top), { only: ["source.fixAll"], triggerKind: 1 }),
  ask("workspace/symbol", () => ({ query: "" })),
  ask("workspace/symbol", () => ({ query: "web", workDoneToken: "symbols" })),
  ask("workspace/symbol", () => ({ query: "no such thing" }), { mayBeEmpty: true }),
  ask("workspace/willRenameFiles", (house) => ({ files: [{ oldUri: house.lan, newUri: house.uri("parts/𝄞.conf") }] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.expand", arguments: [house.top] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.roots", arguments: [house.lan] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.chooseRoot", arguments: [house.lan, house.other] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.chooseRoot", arguments: [house.lan] })),
  ask("workspace/executeCommand", () => ({ command: "vmconf.showRule", arguments: ["VM201"] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.reading", arguments: [house.lan] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.plan", arguments: [house.top] })),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.committedPlan", arguments: [house.top] })),
  ask("workspace/executeCommand", (house) => {
    const { line, character } = house.behind(house.top, "memory $r");
    return { command: "vmconf.vmAt", arguments: [house.top, line, character] };
  }),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.vmAt", arguments: [house.top, 0, 0] }), { mayBeEmpty: true }),
  ask("workspace/executeCommand", () => ({ command: "vmconf.graph", arguments: ["file:///nowhere/vm.conf"] }), { mayBeEmpty: true }),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.vmAt", arguments: [house.top] }), { error: true }),
  ask("workspace/executeCommand", (house) => ({ command: "vmconf.graph", arguments: [house.top] })),
  ask("workspace/executeCommand", () => ({ command: "vmconf.tally" })),
  ask("workspace/executeCommand", () => ({ command: "vmconf.rules" })),
  ask("workspace/executeCommand", () => ({ command: "vmconf.rule", arguments: ["VM201"] })),
  ask("workspace/executeCommand", () => ({ command: "vmconf.none", arguments: ["x"] }), { error: true }),
];

/** For clients that ask for diagnostics. */
export const ASKED_FOR = [
  ask("textDocument/diagnostic", (house) => of(house.top), {
    then: (result, params) => [ask("textDocument/diagnostic", () => ({ ...params, previousResultId: result.resultId }), { mayBeEmpty: true })],
  }),
  ask("workspace/diagnostic", () => ({ previousResultIds: [], workDoneToken: 7 }), {
    then: (result) => [
      ask("workspace/diagnostic", (house) => ({
        previousResultIds: [...result.items.map(({ uri, resultId }) => ({ uri, value: resultId })), { uri: house.uri("gone.conf"), value: "x" }],
      })),
    ],
  }),
];

/** Of LSP 3.18. */
export const NEWER = [ask("workspace/textDocumentContent", (house) => ({ uri: `vmconf-expanded:${house.top}` }))];
