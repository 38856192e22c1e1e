import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { partsOf, subjectOf, type Subject } from "../../src/previewUri";

const subjects: [Subject, string][] = [
  [{ kind: "plan", source: "file:///etc/vm.conf" }, "/vm.conf.plan.yaml"],
  [{ kind: "plan", source: "file:///etc/a%20b.vm.conf" }, "/a b.vm.conf.plan.yaml"],
  [{ kind: "committed", source: "file:///etc/vm.conf", revision: "origin/main" }, "/vm.conf.plan.origin_main.yaml"],
  [{ kind: "vm", source: "file:///etc/vm.conf", vm: "web" }, "/web.vm.yaml"],
  [{ kind: "rule", code: "VM201" }, "/VM201.md"],
];

describe("URIs of virtual documents", () => {
  for (const [subject, path] of subjects) {
    it(`show ${path} and tell the subject`, () => {
      const parts = partsOf(subject);
      assert.equal(parts.path, path);
      assert.deepEqual(subjectOf(parts.query), subject);
    });
  }

  it("made elsewhere have no subject", () => {
    assert.equal(subjectOf("nonsense"), undefined);
    assert.equal(subjectOf('{"kind":"other"}'), undefined);
    assert.equal(subjectOf("null"), undefined);
  });
});
