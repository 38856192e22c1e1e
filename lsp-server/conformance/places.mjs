// What holds for every place in every message: it is in the document that it is of, does not begin behind its end, and edits of one
// document do not overlap.
import assert from "node:assert/strict";

export const compare = (a, b) => a.line - b.line || a.character - b.character;

export const within = (inner, outer) => compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;

export const holds = (range, position) => within({ start: position, end: position }, range);

const isPosition = (value) => "line" in value && "character" in value;
const isRange = (value) => value.start && value.end && isPosition(value.start);
const isEdit = (value) => value && typeof value === "object" && "newText" in value && value.range;

export function checkEdits(edits, what) {
  const sorted = edits.map((each) => each.range).sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end));
  for (let i = 1; i < sorted.length; i++) {
    assert(compare(sorted[i - 1].end, sorted[i].start) <= 0, `${what}: edits overlap: ${JSON.stringify(sorted.slice(i - 1, i + 1))}`);
  }
}

/** Holds against the documents of a house what stands in a message. */
export class Places {
  #house;
  #what;

  constructor(house, what) {
    this.#house = house;
    this.#what = what;
  }

  /** @param uri of the document that places are of, where nothing else is said */
  check(value, uri) {
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every(isEdit)) {
        checkEdits(value, this.#what);
      }
      value.forEach((each) => this.check(each, uri));
    } else if (value && typeof value === "object") {
      this.#object(value, uri);
    }
  }

  #object(value, outer) {
    if (isPosition(value)) {
      this.#position(value, outer);
      return;
    }
    if (isRange(value)) {
      assert(compare(value.start, value.end) <= 0, `${this.#what}: a range begins behind its end: ${JSON.stringify(value)}`);
    }
    const own = typeof value.uri === "string" ? value.uri : (value.textDocument?.uri ?? outer);
    this.#uri(own);
    for (const [key, member] of Object.entries(value)) {
      this.#member(value, key, member, own, outer);
    }
  }

  #member(value, key, member, own, outer) {
    if (key === "data") {
      return;
    }
    if ((key === "changes" || key === "relatedDocuments") && !Array.isArray(member)) {
      Object.entries(member).forEach(([uri, inner]) => this.check(inner, uri));
    } else if (key === "targetRange" || key === "targetSelectionRange") {
      this.check(member, value.targetUri);
    } else if (key === "fromRanges") {
      this.check(member, value.from?.uri ?? outer);
    } else if (key === "arguments") {
      this.check(member, member.find((each) => typeof each === "string" && each.startsWith("file:")) ?? own);
    } else {
      this.check(member, own);
    }
  }

  #uri(uri) {
    assert(uri === undefined || URL.canParse(uri), `${this.#what}: no URI: ${uri}`);
    assert(!/[^!-~]/.test(uri ?? ""), `${this.#what}: a URI has letters that it must escape: ${uri}`);
  }

  #position(position, uri) {
    assert(uri, `${this.#what}: a place of no document: ${JSON.stringify(position)}`);
    assert(this.#house.holds(uri, position), `${this.#what}: ${uri} has no place ${JSON.stringify(position)}`);
  }
}
