// What the protocol says about diagnostics and its types cannot.
import assert from "node:assert/strict";

export function checkDiagnostics(diagnostics, client) {
  const can = client.textDocument?.publishDiagnostics ?? {};
  for (const each of diagnostics) {
    const shown = JSON.stringify(each);
    assert.equal(typeof each.message, "string", `a message is plain text: ${shown}`);
    assert(each.message.trim() !== "", `a message says something: ${shown}`);
    assert(!each.relatedInformation || can.relatedInformation, `related places are for clients that show them: ${shown}`);
    assert((each.tags ?? []).every((tag) => can.tagSupport?.valueSet.includes(tag)), `tags are for clients that know them: ${shown}`);
    assert(!each.codeDescription || can.codeDescriptionSupport, `links of codes are for clients that follow them: ${shown}`);
    assert(!each.codeDescription || URL.canParse(each.codeDescription.href), `a link leads somewhere: ${shown}`);
    assert(each.data === undefined || can.dataSupport, `data are for clients that keep them: ${shown}`);
  }
}
