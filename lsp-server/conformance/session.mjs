// A client of some kind in a house, from its greeting on. Whatever the server sends is held against the protocol.
import assert from "node:assert/strict";
import { CHECKS, has } from "./checks.mjs";
import { Client } from "./client.mjs";
import { ROOTS } from "./clients.mjs";
import { checkDiagnostics } from "./findings.mjs";
import { House } from "./house.mjs";
import { Places } from "./places.mjs";
import { Progress } from "./progress.mjs";
import { Validators } from "./validators.mjs";

/** What a client must have announced before the server asks for it or tells it. */
const NEEDS = {
  "workspace/configuration": "workspace.configuration",
  "workspace/diagnostic/refresh": "workspace.diagnostics.refreshSupport",
  "workspace/inlayHint/refresh": "workspace.inlayHint.refreshSupport",
  "workspace/codeLens/refresh": "workspace.codeLens.refreshSupport",
  "window/workDoneProgress/create": "window.workDoneProgress",
  "window/showDocument": "window.showDocument.support",
};

const ANSWERS = {
  "workspace/configuration": ({ items }) => items.map(() => null),
  "workspace/diagnostic/refresh": () => null,
  "workspace/inlayHint/refresh": () => null,
  "workspace/codeLens/refresh": () => null,
  "window/workDoneProgress/create": () => null,
  "window/showDocument": () => ({ success: true }),
  "window/showMessageRequest": ({ actions }) => actions?.[0] ?? null,
  "client/registerCapability": () => null,
};

export class Session {
  house;
  client;
  server;
  /** Methods that have had an answer with something in it, and commands. */
  answered = new Set();
  commands = new Set();
  #kind;
  #validators;
  #progress;

  constructor(kind) {
    this.#kind = kind;
    this.#validators = new Validators(kind.version);
    this.house = new House(kind.encoding, ROOTS);
    this.#progress = new Progress();
    this.client = new Client({ answers: ANSWERS, inspect: (message) => this.#inspect(message) });
  }

  /** Whether the client asks for diagnostics. */
  get asks() {
    return Boolean(has(this.#kind.capabilities, "textDocument.diagnostic"));
  }

  async start() {
    const { house, client } = this;
    const folder = house.uri("");
    const { capabilities } = this.#kind;
    const params = { processId: process.pid, rootUri: folder, capabilities };
    const result = await this.ask("initialize", { ...params, workspaceFolders: [{ uri: folder, name: "house" }] });
    this.server = result.capabilities;
    assert.equal(this.server.positionEncoding ?? "utf-16", this.#kind.encoding);
    client.notify("initialized", {});
    for (const [uri, text] of house.open) {
      client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "vmconf", version: house.versions.get(uri), text } });
    }
    await this.#judged();
  }

  /** Waits until the client knows the diagnostics of what is open. */
  async #judged() {
    for (const uri of this.house.open.keys()) {
      if (this.asks) {
        const report = await this.ask("textDocument/diagnostic", { textDocument: { uri } });
        this.house.diagnostics.set(uri, report.items);
      } else if (!this.house.diagnostics.has(uri)) {
        await this.client.next((message) => message.params?.uri === uri, `diagnostics of ${uri}`);
      }
    }
  }

  /** Asks something and holds the answer against the protocol. */
  async ask(method, params, more = {}) {
    if (method === "workspace/executeCommand") {
      this.commands.add(params.command);
    }
    if (params?.workDoneToken !== undefined) {
      this.#progress.known(params.workDoneToken);
    }
    const { result, error } = await this.client.request(method, params);
    assert.equal(error && `${method}: ${error.message}`, undefined);
    this.check(method, params, result, more);
    if (!isEmpty(result)) {
      this.answered.add(method);
    }
    return result;
  }

  check(method, params, result, { uri = params?.textDocument?.uri, ...more } = {}) {
    this.#validators.answer(method, result);
    const context = { params, uri, house: this.house, server: this.server, client: this.#kind.capabilities, ...more };
    new Places(this.house, method).check(result, uri);
    CHECKS[method]?.(result, context);
  }

  #inspect({ method, params, id }) {
    this.#validators.told(method, params);
    const capability = NEEDS[method];
    assert(!capability || has(this.#kind.capabilities, capability), `${method} goes to clients alone that say ${capability}`);
    if (method === "client/registerCapability") {
      params.registrations.forEach((each) => this.#register(each));
    } else if (method === "textDocument/publishDiagnostics") {
      this.#publish(params);
    } else if (method === "window/workDoneProgress/create") {
      this.#progress.known(params.token);
    } else if (method === "$/progress") {
      this.#progress.tell(params);
    }
    assert(id === undefined || typeof id === "string" || Number.isInteger(id), `${method} has no id: ${id}`);
  }

  #register({ method, registerOptions }) {
    this.#validators.registered(method, registerOptions);
    const capability = `workspace.${method.split("/")[1]}.dynamicRegistration`;
    assert(has(this.#kind.capabilities, capability), `${method} is registered with clients alone that say ${capability}`);
  }

  #publish({ uri, version, diagnostics }) {
    assert(!this.asks, "a client that asks for diagnostics is not told them");
    const known = this.house.versions.get(uri);
    assert(version === undefined || version === null || version === known, `diagnostics of version ${version}, ${uri} is ${known}`);
    new Places(this.house, "textDocument/publishDiagnostics").check(diagnostics, uri);
    checkDiagnostics(diagnostics, this.#kind.capabilities);
    this.house.diagnostics.set(uri, diagnostics);
  }

  /** What is wrong with what has been seen until now, beside the answers. */
  get faults() {
    return [...this.client.faults, ...this.#progress.faults()];
  }

  async end() {
    await this.ask("shutdown");
    this.client.notify("exit");
    const status = await this.client.exited;
    this.house.remove();
    return status;
  }
}

export function isEmpty(result) {
  const items = result?.items ?? result?.data ?? result?.changes ?? result?.documentChanges ?? result;
  return items === null || items === undefined || (typeof items === "object" && Object.keys(items).length === 0);
}
