// A client that speaks in bytes, so that faults of framing are seen too. It takes nothing on trust: what is wrong with a
// message, whoever waits for it, is noted in `faults`.
import { spawn } from "node:child_process";
import path from "node:path";

const PATIENCE_MS = Number(process.env.VMCONF_PATIENCE_MS ?? 30_000);
const MOST_HEADER = 4096;
const HEADER_END = "\r\n\r\n";

/** The server: the one that VMCONF_LSP names, or the one that the Maven build laid out. */
export const SERVER =
  process.env.VMCONF_LSP ?? path.join(import.meta.dirname, "../../packaging/target/vmconf/bin/vmconf-lsp");

export function frame(message) {
  const body = Buffer.isBuffer(message) ? message : Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}${HEADER_END}`), body]);
}

export class Client {
  faults = [];
  /** Every message of the server. */
  seen = [];
  stderr = "";
  #process;
  #bytes = Buffer.alloc(0);
  #lastId = 0;
  #waiting = new Map();
  #watchers = [];
  #answers;
  #inspect;

  /**
   * @param answers what requests of the server are answered with, by their methods
   * @param inspect takes each request and notification of the server, and throws when something is wrong with it
   */
  constructor({ answers = {}, inspect = () => {} } = {}) {
    this.#answers = answers;
    this.#inspect = inspect;
    // What the server remembers for its user is none of this one's.
    const env = { ...process.env, XDG_STATE_HOME: path.join(import.meta.dirname, "target", "state") };
    this.#process = spawn(SERVER, ["--stdio"], { env, stdio: ["pipe", "pipe", "pipe"] });
    this.exited = new Promise((resolve) => this.#process.on("close", resolve));
    this.#process.on("error", (error) => this.faults.push(String(error)));
    this.#process.stdin.on("error", () => {});
    this.#process.stderr.on("data", (data) => (this.stderr += data));
    this.#process.stdout.on("data", (data) => this.#read(data));
  }

  #read(data) {
    this.#bytes = Buffer.concat([this.#bytes, data]);
    for (let body = this.#next(); body; body = this.#next()) {
      try {
        this.#take(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
      } catch (error) {
        this.faults.push(`a message is no JSON in UTF-8: ${error.message}`);
      }
    }
  }

  /** The body of the next message, if all of it is there. */
  #next() {
    const end = this.#bytes.indexOf(HEADER_END);
    if (end < 0 || end > MOST_HEADER) {
      if (this.#bytes.length > MOST_HEADER) {
        this.faults.push("there is no header");
        this.#bytes = Buffer.alloc(0);
      }
      return undefined;
    }
    const length = this.#length(this.#bytes.subarray(0, end).toString("latin1"));
    const start = end + HEADER_END.length;
    if (this.#bytes.length < start + length) {
      return undefined;
    }
    const body = this.#bytes.subarray(start, start + length);
    this.#bytes = this.#bytes.subarray(start + length);
    return body;
  }

  #length(header) {
    let length = 0;
    for (const line of header.split("\r\n")) {
      const field = /^([!-9;-~]+): *(.*)$/.exec(line);
      const name = field?.[1].toLowerCase();
      if (name === "content-length" && /^\d+$/.test(field[2])) {
        length = Number(field[2]);
      } else if (name !== "content-type") {
        this.faults.push(`the header has a line "${line}"`);
      }
    }
    return length;
  }

  #take(message) {
    this.seen.push(message);
    if (message.jsonrpc !== "2.0") {
      this.faults.push(`a message is not of JSON-RPC 2.0: ${JSON.stringify(message)}`);
    }
    if (message.method === undefined) {
      this.#answered(message);
    } else {
      this.#told(message);
    }
    this.#watchers = this.#watchers.filter(({ wanted, resolve }) => !wanted(message) || resolve(message));
  }

  #answered(message) {
    const { id, result, error, jsonrpc: _, ...rest } = message;
    if ((result === undefined) === (error === undefined) || Object.keys(rest).length > 0) {
      this.faults.push(`an answer has a result or an error, and nothing else: ${JSON.stringify(message)}`);
    }
    if (error !== undefined && !(Number.isInteger(error?.code) && typeof error?.message === "string")) {
      this.faults.push(`an error has a code and a message: ${JSON.stringify(message)}`);
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting) {
      waiting(message);
    } else if (id !== null) {
      this.faults.push(`nobody has asked, or the answer was there: ${JSON.stringify(message)}`);
    }
  }

  #told(message) {
    const { id, method, params, jsonrpc: _, ...rest } = message;
    try {
      this.#inspect(message);
    } catch (error) {
      this.faults.push(error.message);
    }
    if (Object.keys(rest).length > 0) {
      this.faults.push(`a request or notification has members too many: ${JSON.stringify(message)}`);
    }
    if (id !== undefined) {
      const answer = this.#answers[method];
      this.send(
        answer
          ? { jsonrpc: "2.0", id, result: answer(params) }
          : { jsonrpc: "2.0", id, error: { code: -32601, message: `this client has no ${method}` } },
      );
    }
  }

  bytes(bytes) {
    this.#process.stdin.write(bytes);
  }

  send(message) {
    this.bytes(frame(message));
  }

  notify(method, params) {
    this.send({ jsonrpc: "2.0", method, params });
  }

  /** An id nobody has used. */
  newId() {
    return ++this.#lastId;
  }

  /** The answer to a request, with its result or error. */
  request(method, params, id = this.newId()) {
    const answer = this.answer(id, method);
    this.send({ jsonrpc: "2.0", id, method, params });
    return answer;
  }

  /** The answer to a request that somebody else sends. */
  answer(id, what) {
    return this.#patiently(`no answer to ${what}`, (resolve) => this.#waiting.set(id, resolve));
  }

  /** The next message of the server that is wanted. */
  next(wanted, what) {
    return this.#patiently(`there was no ${what}`, (resolve) => this.#watchers.push({ wanted, resolve: (message) => void resolve(message) }));
  }

  #patiently(complaint, start) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${complaint}\n${this.faults.join("\n")}\n${this.stderr}`)), PATIENCE_MS);
      start((message) => {
        clearTimeout(timer);
        resolve(message);
      });
    });
  }

  hangUp() {
    this.#process.stdin.end();
  }

  kill() {
    this.#process.kill("SIGKILL");
  }
}
