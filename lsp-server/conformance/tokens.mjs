// Semantic tokens: five numbers each, one behind the other, in the document.
import assert from "node:assert/strict";

const NUMBERS = 5;

export function checkTokens(result, context) {
  const { data } = result;
  assert.equal(data.length % NUMBERS, 0, "a token is five numbers");
  let line = 0;
  let start = 0;
  let end = 0;
  for (let i = 0; i < data.length; i += NUMBERS) {
    const [lines, columns, length, type, modifiers] = data.slice(i, i + NUMBERS);
    end = lines > 0 ? 0 : end;
    line += lines;
    start = lines > 0 ? columns : start + columns;
    assert(length > 0 && start >= end, `token ${i / NUMBERS} overlaps the one before, or is empty`);
    end = start + length;
    checkToken({ start: { line, character: start }, end: { line, character: end } }, type, modifiers, context);
  }
}

function checkToken(range, type, modifiers, { server, house, uri, params }) {
  const { tokenTypes, tokenModifiers } = server.semanticTokensProvider.legend;
  const shown = JSON.stringify(range);
  assert(type < tokenTypes.length, `the legend has no type ${type}`);
  assert(modifiers < 1 << tokenModifiers.length, `the legend has no modifiers ${modifiers}`);
  assert(house.holds(uri, range.start) && house.holds(uri, range.end), `${uri} has no token at ${shown}`);
  const asked = params.range;
  const wanted = !asked || (asked.start.line <= range.end.line && range.start.line <= asked.end.line);
  assert(wanted, `nobody asked for the token at ${shown}`);
}

/** Edits that are made to the data from before give the data of now. */
export function checkDelta(result, context) {
  if (!result.edits) {
    checkTokens(result, context);
    return;
  }
  const data = [...context.before.data];
  const edits = [...result.edits].sort((a, b) => b.start - a.start);
  for (const [i, { start, deleteCount, data: added = [] }] of edits.entries()) {
    assert(start + deleteCount <= (edits[i - 1]?.start ?? data.length), "edits of tokens do not overlap, and are in the data");
    data.splice(start, deleteCount, ...added);
  }
  checkTokens({ data }, context);
  assert.deepEqual(data, context.now.data, "the edits give what a new answer has");
}
