import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { EXPORT_TARGETS } from "../../src/exportTargets";

it("offers every target of vmconf export", () => {
  const page = readFileSync("../docs/exports.md", "utf8");
  const described = [...page.matchAll(/^## (\S+)$/gm)].map(([, name]) => name);
  assert.deepEqual(Object.keys(EXPORT_TARGETS), described);
});
