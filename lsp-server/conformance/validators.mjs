// Whether a message has the form that a version of the protocol gives it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";

/** The versions of the protocol that clients may speak. */
export const VERSIONS = ["3.17", "3.18"];

const MOST_SHOWN = 6;

/** Validators of one version: `answer`, `told` and `registered` throw when a value does not fit its method. */
export class Validators {
  #ajv = new Ajv({ strict: false, allErrors: true });
  #schema;
  #made = new Map();

  constructor(version) {
    assert(VERSIONS.includes(version), `no such version: ${version}`);
    this.#schema = JSON.parse(readFileSync(path.join(import.meta.dirname, "target", `${version}.json`), "utf8"));
    this.#ajv.addSchema(this.#schema, "protocol");
  }

  answer(method, result) {
    this.#check("Answers", method, result);
  }

  /** `undefined` parameters are those that a message leaves out. */
  told(method, params) {
    this.#check("Told", method, params ?? null);
  }

  registered(method, options) {
    this.#check("Registered", method, options);
  }

  #check(kind, method, value) {
    const valid = this.#validator(kind, method);
    if (!valid(value)) {
      const errors = valid.errors.slice(0, MOST_SHOWN).map((each) => `${each.instancePath || "/"} ${each.message} ${JSON.stringify(each.params)}`);
      assert.fail(`${method} has not the form of the protocol:\n  ${errors.join("\n  ")}\n  ${JSON.stringify(value)?.slice(0, 600)}`);
    }
  }

  #validator(kind, method) {
    const key = `${kind} ${method}`;
    if (!this.#made.has(key)) {
      const type = [kind, `Newer${kind}`].find((each) => method in (this.#schema.definitions[each]?.properties ?? {}));
      assert(type, `this version of the protocol has no ${method} here`);
      const pointer = method.replaceAll("~", "~0").replaceAll("/", "~1");
      const $ref = `protocol#/definitions/${type}/properties/${encodeURIComponent(pointer)}`;
      this.#made.set(key, this.#ajv.compile({ $ref }));
    }
    return this.#made.get(key);
  }
}
