// Ways in which a server can be wrong, each of which the suite must notice. `spoil` changes a message of the server, or gives the bytes to
// send in its place; `seen` is what the suite then says.
import { frame } from "./client.mjs";

const isAnswer = (message) => message.id !== undefined && message.method === undefined;
const isFound = (message) => isAnswer(message) && message.result?.contents;

/** Changes answers with a member of the result. */
const result = (member, change) => (message) => {
  if (isAnswer(message) && message.result?.[member]) {
    change(message.result);
  }
  return message;
};

/** Changes all that is found below a message. */
const deep = (wanted, change) => {
  const visit = (value) => {
    if (value && typeof value === "object") {
      if (wanted(value)) {
        change(value);
      }
      Object.values(value).forEach(visit);
    }
  };
  return (message) => {
    visit(message);
    return message;
  };
};

export const FAULTS = {
  none: { spoil: (message) => message },
  "a misspelt member": { spoil: result("contents", (hover) => ((hover.content = hover.contents), delete hover.contents)), seen: /additionalProperty":"content"/ },
  "a dropped member": { spoil: deep((value) => value.severity && value.range, (value) => delete value.range), seen: /missingProperty":"range"/ },
  "a member too many": { spoil: deep((value) => "documentChanges" in value, (value) => (value.comment = "x")), seen: /additionalProperty":"comment"/ },
  "a number as text": { spoil: deep((value) => "startLine" in value, (value) => (value.startLine = String(value.startLine))), seen: /must be integer/ },
  "a line below 0": { spoil: deep((value) => "line" in value, (value) => (value.line = -1)), seen: /must be >= 0/ },
  "a line and a half": { spoil: deep((value) => "line" in value, (value) => (value.line += 0.5)), seen: /must be integer/ },
  "a column behind the line": { spoil: deep((value) => "line" in value, (value) => (value.character += 1000)), seen: /has no place/ },
  "a column within a character": { spoil: deep((value) => value.newText !== undefined, (value) => (value.range.end = { line: 0, character: 3 })), seen: /has no place|around the place|overlap|behind its end/ },
  "a range that ends before it begins": {
    spoil: deep((value) => value.severity && value.range, ({ range }) => ([range.start, range.end] = [range.end, range.start])),
    seen: /begins behind its end/,
  },
  "edits that overlap": { spoil: (message) => (Array.isArray(message.result) && message.result[0]?.newText !== undefined ? { ...message, result: [...message.result, ...message.result] } : message), seen: /overlap/ },
  "a token that the legend lacks": { spoil: result("data", ({ data }) => data.length > 3 && (data[3] = 99)), seen: /the legend has no type/ },
  "a tag for a client that knows none": { spoil: deep((value) => value.severity, (value) => (value.tags = [3])), seen: /tags/ },
  "a selection that does not grow": { spoil: deep((value) => value.parent, (value) => (value.parent.range = value.range)), seen: /a selection grows/ },
  "a kind of action that was not announced": { spoil: deep((value) => value.kind === "quickfix" && value.title, (value) => (value.kind = "magic")), seen: /was not announced/ },
  "a result and an error": { spoil: (message) => (isFound(message) ? { ...message, error: { code: 1, message: "x" } } : message), seen: /a result or an error/ },
  "no version of JSON-RPC": { spoil: ({ jsonrpc: _, ...message }) => message, seen: /JSON-RPC 2.0/ },
  "an answer that comes twice": { spoil: (message) => (isFound(message) ? Buffer.concat([frame(message), frame(message)]) : message), seen: /nobody has asked/ },
  "an answer to nobody": { spoil: (message) => (isFound(message) ? Buffer.concat([frame({ ...message, id: 99_999 }), frame(message)]) : message), seen: /nobody has asked/ },
  "an unknown request": { spoil: (message) => (isFound(message) ? Buffer.concat([frame({ jsonrpc: "2.0", id: "x", method: "no/such", params: {} }), frame(message)]) : message), seen: /has no no\/such/ },
  "a length in characters": {
    spoil: (message) => {
      const text = JSON.stringify(message);
      return Buffer.from(`Content-Length: ${text.length}\r\n\r\n${text}`);
    },
    seen: /no JSON in UTF-8|there is no header|the header has a line/,
  },
  "an ability that does nothing": { spoil: result("capabilities", ({ capabilities }) => (capabilities.colorProvider = true)), seen: /the suite does not know what colorProvider/ },
  "an ability that nobody knows": { spoil: result("capabilities", ({ capabilities }) => (capabilities.magicProvider = true)), seen: /additionalProperty":"magicProvider"/ },
};

/** The same for the life of a session. */
export const LIFE_FAULTS = {
  none: { spoil: (message) => message },
  "another error for unknown methods": { spoil: (message) => (message.error?.code === -32601 ? { ...message, error: { code: -32603, message: "x" } } : message), seen: /-32601/ },
  "another error before initialize": { spoil: (message) => (message.error?.code === -32002 ? { ...message, error: { code: -32600, message: "x" } } : message), seen: /-32002/ },
  "an id that becomes a number": { spoil: (message) => (message.id === "7" ? { ...message, id: 7 } : message), seen: /no answer to|nobody has asked/ },
  "no word on cancelled requests": { spoil: (message) => (message.error?.code === -32800 ? { ...message, error: undefined, result: null } : message), seen: /-32800/ },
  "another exit status": { spoil: (message) => message, status: 3, seen: /3 !== / },
};
