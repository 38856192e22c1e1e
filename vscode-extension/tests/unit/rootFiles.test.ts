import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { rootFiles } from "../../src/rootFiles";

let folder = "";

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "vmconf-roots-"));
  for (const file of ["vm.conf", "b/vm.conf", "b/lab.vm.conf", "b/parts/web.conf", ".git/vm.conf", "node_modules/x/vm.conf"]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), "");
  }
});

after(() => {
  rmSync(folder, { recursive: true });
});

describe("rootFiles", () => {
  it("finds what is vm.conf by name, but not in folders of tools", async () => {
    assert.deepEqual(await rootFiles(folder), ["b/lab.vm.conf", "b/vm.conf", "vm.conf"]);
  });

  it("finds nothing in a folder that is not there", async () => {
    assert.deepEqual(await rootFiles(path.join(folder, "none")), []);
  });
});
