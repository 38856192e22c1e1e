import assert from "node:assert/strict";
import { it } from "node:test";
import { nodeProblem, sharedProblem, storageOptions } from "../../src/clusterStorage";

it("says nothing of a cluster whose images nobody has told", () => {
  assert.equal(sharedProblem(" "), undefined);
  assert.equal(nodeProblem(""), undefined);
  assert.deepEqual(storageOptions({ shared: " ", node: "" }), []);
});

it("takes several folders and a node", () => {
  assert.equal(sharedProblem("/srv/vm: /srv/iso"), undefined);
  assert.equal(nodeProblem(" kvm-1.example "), undefined);
  assert.deepEqual(storageOptions({ shared: "/srv/vm: /srv/iso:", node: " kvm1 " }), [
    "--shared",
    "/srv/vm",
    "--shared",
    "/srv/iso",
    "--node",
    "kvm1",
  ]);
});

it("refuses what vmconf export refuses", () => {
  assert.equal(sharedProblem("/srv/vm:iso"), "sharedNotAbsolute");
  assert.equal(nodeProblem("a b"), "nodeNoName");
  assert.equal(nodeProblem("-n"), "nodeNoName");
});
