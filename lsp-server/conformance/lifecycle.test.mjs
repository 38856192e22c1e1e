// The life of a session, and what arrives that is no proper message: right errors, and the server goes on.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { Client, frame } from "./client.mjs";
import { Validators } from "./validators.mjs";

const ERRORS = { parse: -32700, request: -32600, method: -32601, params: -32602, early: -32002, cancelled: -32800, changed: -32801 };
const URI = "untitled:house";
const TEXT = "# 𝄞\nvm \"a\" {\n\tmemory 1G\n}\n";
const HOVER = { textDocument: { uri: URI }, position: { line: 2, character: 2 } };
const VALIDATORS = new Validators("3.18");

const clients = [];

function fresh() {
  const client = new Client({ inspect: ({ method, params }) => VALIDATORS.told(method, params) });
  clients.push(client);
  return client;
}

const open = (client, text) =>
  client.notify("textDocument/didOpen", { textDocument: { uri: URI, languageId: "vmconf", version: 1, text } });

async function greeted() {
  const client = fresh();
  const { result } = await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  VALIDATORS.answer("initialize", result);
  client.notify("initialized", {});
  open(client, TEXT);
  return client;
}

async function error(client, method, params, id) {
  return (await client.request(method, params, id)).error?.code;
}

async function answers(client) {
  const { result } = await client.request("textDocument/hover", HOVER);
  assert.match(result.contents.value, /memory/);
}

const noId = (client, code) => client.next((message) => message.id === null && message.error?.code === code, `error ${code}`);

afterEach(() => {
  for (const client of clients.splice(0)) {
    client.kill();
    assert.deepEqual(client.faults, []);
    assert.equal(client.stderr, "");
  }
});

describe("life of a session", () => {
  test("before initialize nothing is answered, and notifications are dropped", async () => {
    const client = fresh();
    assert.equal(await error(client, "textDocument/hover", HOVER), ERRORS.early);
    assert.equal(await error(client, "no/such", {}), ERRORS.early);
    assert.equal(await error(client, "shutdown"), ERRORS.early);
    open(client, TEXT);
    const { result } = await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    VALIDATORS.answer("initialize", result);
    assert.equal((await client.request("textDocument/hover", HOVER)).result, null);
  });

  test("initialize is answered once", async () => {
    const client = await greeted();
    assert.equal(await error(client, "initialize", { processId: null, rootUri: null, capabilities: {} }), ERRORS.request);
    await answers(client);
  });

  test("after shutdown nothing is answered, and exit gives 0", async () => {
    const client = await greeted();
    VALIDATORS.answer("shutdown", (await client.request("shutdown")).result);
    assert.equal(await error(client, "textDocument/hover", HOVER), ERRORS.request);
    assert.equal(await error(client, "shutdown"), ERRORS.request);
    client.notify("exit");
    assert.equal(await client.exited, 0);
  });

  test("exit without shutdown gives 1, also before initialize", async () => {
    for (const client of [await greeted(), fresh()]) {
      client.notify("exit");
      assert.equal(await client.exited, 1);
    }
  });

  test("the server ends when its input does", async () => {
    for (const client of [await greeted(), fresh()]) {
      client.hangUp();
      assert.equal(await client.exited, 1);
    }
  });

  test("it ends within a message, too", async () => {
    const client = await greeted();
    client.bytes(frame({ jsonrpc: "2.0", id: 9, method: "shutdown" }).subarray(0, 40));
    client.hangUp();
    assert.equal(await client.exited, 1);
  });
});

describe("framing", () => {
  test("one message in many chunks", async () => {
    const client = await greeted();
    const id = client.newId();
    const answer = client.answer(id, "a message in chunks");
    for (const byte of frame({ jsonrpc: "2.0", id, method: "textDocument/hover", params: HOVER })) {
      client.bytes(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
    assert((await answer).result);
  });

  test("many messages in one chunk, and the next one in halves", async () => {
    const client = await greeted();
    const ids = [client.newId(), client.newId(), client.newId()];
    const all = ids.map((id) => client.answer(id, `request ${id}`));
    const bytes = Buffer.concat(ids.map((id) => frame({ jsonrpc: "2.0", id, method: "textDocument/hover", params: HOVER })));
    client.bytes(bytes.subarray(0, -30));
    await Promise.all(all.slice(0, 2));
    client.bytes(bytes.subarray(-30));
    assert((await all[2]).result);
  });

  test("a header with a content type, in another order and case", async () => {
    const client = await greeted();
    const id = client.newId();
    const answer = client.answer(id, "a message with a type");
    const body = JSON.stringify({ jsonrpc: "2.0", id, method: "textDocument/hover", params: HOVER });
    client.bytes(`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    assert((await answer).result);
  });
});

describe("what is no proper message", () => {
  test("no JSON", async () => {
    const client = await greeted();
    for (const body of ["{nope", "", "{\"jsonrpc\":\"2.0\",", "}{"].filter(Boolean)) {
      const refused = noId(client, ERRORS.parse);
      client.bytes(frame(Buffer.from(body)));
      await refused;
    }
    await answers(client);
  });

  test("JSON that is no message", async () => {
    const client = await greeted();
    for (const body of ["[]", "7", "{}", "null", "{\"jsonrpc\":\"2.0\",\"method\":1}"]) {
      const refused = noId(client, ERRORS.request);
      client.bytes(frame(Buffer.from(body)));
      await refused;
    }
    await answers(client);
  });

  test("methods that do not exist", async () => {
    const client = await greeted();
    assert.equal(await error(client, "no/such", {}), ERRORS.method);
    assert.equal(await error(client, "$/noSuch", {}), ERRORS.method);
    assert.equal(await error(client, "textDocument/documentColor", { textDocument: { uri: URI } }), ERRORS.method);
    client.notify("$/noSuch", {});
    client.notify("no/such", {});
    await answers(client);
  });

  test("parameters that are missing or of another type", async () => {
    const client = await greeted();
    for (const params of [undefined, {}, { textDocument: { uri: URI } }, { ...HOVER, textDocument: {} }, { ...HOVER, position: 7 }, "words"]) {
      assert.equal(await error(client, "textDocument/hover", params), ERRORS.params, JSON.stringify(params));
    }
    client.notify("textDocument/didChange", {});
    client.notify("textDocument/didOpen", { textDocument: { uri: URI } });
    await answers(client);
  });

  test("places that are not there", async () => {
    const client = await greeted();
    for (const line of [0, 3, 99, 2 ** 31 - 1]) {
      const { result } = await client.request("textDocument/hover", { ...HOVER, position: { line, character: 2 ** 31 - 1 } });
      VALIDATORS.answer("textDocument/hover", result);
    }
  });
});

describe("ids", () => {
  test("are numbers or text, and come back as they were", async () => {
    const client = await greeted();
    for (const id of ["seven", "7", "", 0, 2 ** 31 - 1]) {
      assert((await client.request("textDocument/hover", HOVER, id)).result, String(id));
    }
  });

  test("that are used again are answered again", async () => {
    const client = await greeted();
    for (let i = 0; i < 3; i++) {
      assert((await client.request("textDocument/hover", HOVER, 1000)).result);
    }
  });
});

describe("cancelling", () => {
  test("a request that is cancelled is answered all the same, once", async () => {
    const client = await greeted();
    for (let i = 0; i < 50; i++) {
      const id = client.newId();
      const answer = client.request("textDocument/semanticTokens/full", { textDocument: { uri: URI } }, id);
      client.notify("$/cancelRequest", { id });
      const { error: refused } = await answer;
      assert([undefined, ERRORS.cancelled].includes(refused?.code), JSON.stringify(refused));
    }
  });

  test("a long one says that it was cancelled", async () => {
    const client = await greeted();
    client.notify("textDocument/didClose", { textDocument: { uri: URI } });
    open(client, "vm \"a\" {\n\tdisk \"/a\"\n\tinterface\n}\n".repeat(40_000));
    const id = client.newId();
    const answer = client.request("workspace/symbol", { query: "" }, id);
    client.notify("$/cancelRequest", { id });
    assert.equal((await answer).error?.code, ERRORS.cancelled);
  });

  test("what nobody asked, or what has been answered, is not", async () => {
    const client = await greeted();
    client.notify("$/cancelRequest", { id: 4711 });
    client.notify("$/cancelRequest", { id: "none" });
    await answers(client);
  });

  test("an answer about a text that has changed since says so", async () => {
    const client = await greeted();
    client.notify("textDocument/didClose", { textDocument: { uri: URI } });
    open(client, "vm \"a\" {\n\tdisk \"/a\"\n\tinterface\n}\n".repeat(20_000));
    const answer = client.request("textDocument/semanticTokens/full", { textDocument: { uri: URI } });
    client.notify("textDocument/didChange", { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: TEXT }] });
    assert.equal((await answer).error?.code, ERRORS.changed);
    await answers(client);
  });
});
