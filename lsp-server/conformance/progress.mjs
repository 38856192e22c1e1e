// Work-done progress: by a token that both know, it begins, goes on, and ends once.
import assert from "node:assert/strict";

export class Progress {
  /** What was told last, by token. */
  #last = new Map();

  known(token) {
    this.#last.set(token, { kind: "known" });
  }

  tell({ token, value }) {
    const last = this.#last.get(token);
    assert(last, `progress by a token that nobody knows: ${token}`);
    const begins = value.kind === "begin";
    assert(begins ? last.kind === "known" : ["begin", "report"].includes(last.kind), `progress: ${value.kind} behind ${last.kind}`);
    if (value.percentage !== undefined) {
      assert(value.percentage <= 100 && value.percentage >= (last.percentage ?? 0), `progress: ${value.percentage} % behind ${last.percentage} %`);
    }
    this.#last.set(token, { percentage: last.percentage, ...value });
  }

  faults() {
    const open = [...this.#last].filter(([, { kind }]) => kind === "begin" || kind === "report");
    return open.map(([token]) => `progress ${token} has no end`);
  }
}
