// Every request that the server announces, asked by clients of several kinds; every answer, and all that the server says by itself,
// has the form and keeps the rules of the protocol.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { announced } from "./announced.mjs";
import { CLIENTS } from "./clients.mjs";
import { Session, isEmpty } from "./session.mjs";
import { ASKED_FOR, NEWER, TOUR } from "./tour.mjs";

async function go(session, stop, literals) {
  const params = stop.params(session.house);
  if (stop.error) {
    const { error } = await session.client.request(stop.method, params);
    assert(error, `${stop.method} is refused`);
    return;
  }
  const result = await session.ask(stop.method, params, { uri: stop.uri?.() ?? params.textDocument?.uri });
  const mayBeEmpty = stop.mayBeEmpty || (stop.literals && !literals);
  assert(mayBeEmpty || !isEmpty(result), `${stop.method} has an answer for ${JSON.stringify(params)}`);
  for (const each of stop.then?.(result, params, session.house) ?? []) {
    await go(session, each, literals);
  }
}

async function colours(session) {
  const { house, client } = session;
  const textDocument = { uri: house.top };
  const before = await session.ask("textDocument/semanticTokens/full", { textDocument });
  await session.ask("textDocument/semanticTokens/range", { textDocument, range: house.range(house.top, "memory $ram") });
  const place = house.behind(house.top, "# 𝄞 ");
  house.set(house.top, 2, house.text(house.top).replace("# 𝄞 ", "# 𝄞 é\nnew = \"𝄞\"\n# "));
  const contentChanges = [{ range: { start: place, end: place }, text: "é\nnew = \"𝄞\"\n# " }];
  client.notify("textDocument/didChange", { textDocument: { ...textDocument, version: 2 }, contentChanges });
  const params = { textDocument, previousResultId: before.resultId };
  const method = "textDocument/semanticTokens/full/delta";
  const { result } = await client.request(method, params);
  const now = await session.ask("textDocument/semanticTokens/full", { textDocument });
  session.check(method, params, result, { before, now });
  session.answered.add(method);
  assert(result.edits, "tokens are told by their difference");
}

const wanted = CLIENTS.filter((_, i) => (process.env.VMCONF_CLIENTS ?? "012").includes(String(i)));
for (const kind of wanted) {
  describe(`client: ${kind.name}`, () => {
    let session;
    before(async () => {
      session = new Session(kind);
      await session.start();
    });
    after(() => {
      session.client.kill();
      session.house.remove();
    });

    const stops = [...TOUR, ...(kind.capabilities.textDocument?.diagnostic ? ASKED_FOR : []), ...(kind.version === "3.18" ? NEWER : [])];
    const literals = Boolean(kind.capabilities.textDocument?.codeAction);
    for (const method of new Set(stops.map((each) => each.method))) {
      test(method, async () => {
        for (const stop of stops.filter((each) => each.method === method)) {
          await go(session, stop, literals);
        }
      });
    }
    test("textDocument/semanticTokens", () => colours(session));
    test("actions are found", { skip: !literals }, () => assert(session.answered.has("textDocument/codeAction")));
    test("everything that is announced has been asked for", () => {
      const missing = announced(session.server).filter((each) => !session.answered.has(each));
      assert.deepEqual(missing.filter((each) => literals || each !== "textDocument/codeAction"), []);
      assert.deepEqual(session.server.executeCommandProvider.commands.filter((each) => !session.commands.has(each)), []);
    });
    test("it ends well, and all that was said is right", async () => {
      assert.equal(await session.end(), 0);
      assert.deepEqual(session.faults, []);
      assert.equal(session.client.stderr, "");
    });
  });
}
