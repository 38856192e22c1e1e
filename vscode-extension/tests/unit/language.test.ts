import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

interface Manifest {
  contributes: { languages: [{ firstLine: string }]; configuration: { properties: Record<string, { scope?: string }> } };
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
}

interface LanguageConfiguration {
  wordPattern: string;
  onEnterRules: [{ beforeText: string; afterText: string; action: { appendText: string } }];
  indentationRules: { increaseIndentPattern: string; decreaseIndentPattern: string };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

const manifest = read("package.json") as Manifest;
const configuration = read("language-configuration.json") as LanguageConfiguration;

describe("first line", () => {
  const firstLine = new RegExp(manifest.contributes.languages[0].firstLine);

  for (const line of [
    "# $OpenBSD: vm.conf,v 1.12 2021/12/05 12:48:01 kn Exp $",
    "#\t$OpenBSD: vm.conf,v 1.1 2017/10/01 12:00:00 reyk Exp $",
    "# vm.conf of the lab",
    "# vmconf: allow VM201 the switch is made by hand",
    "# -*- mode: vmconf -*-",
    "# vim: set ft=vmconf:",
  ]) {
    it(`takes ${line}`, () => {
      assert.match(line, firstLine);
    });
  }

  for (const line of ["# this script writes vm.conf", "vm.conf", "# httpd.conf", "#!/bin/sh", "# vm.config"]) {
    it(`leaves ${line}`, () => {
      assert.doesNotMatch(line, firstLine);
    });
  }
});

describe("word pattern", () => {
  const words = (text: string): string[] => text.match(new RegExp(configuration.wordPattern, "g")) ?? [];

  it("takes macros, interfaces, sizes and addresses whole", () => {
    const line = 'interface tap0 { switch $uplink, lladdr fe:e1:bb:d1:c8:01 } memory 512M';
    const expected = ["interface", "tap0", "switch", "$uplink", "lladdr", "fe:e1:bb:d1:c8:01", "memory", "512M"];
    assert.deepEqual(words(line), expected);
  });

  it("takes one name out of quotes and paths", () => {
    assert.deepEqual(words('vm "web-1.example" { disk $sets/web.qcow2'), [
      "vm",
      "web-1.example",
      "disk",
      "$sets",
      "web.qcow2",
    ]);
  });
});

describe("indentation", () => {
  const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
  const decrease = new RegExp(configuration.indentationRules.decreaseIndentPattern);

  for (const line of ['vm "a" {', "\tinterface {", "switch 's' { # x }", 'vm "}" {', "allow instance { boot,"]) {
    it(`goes in after ${line.trim()}`, () => {
      assert.match(line, increase);
    });
  }

  for (const line of ["vm a # {", 'vm "{"', "\tinterface { up }", "\tmemory 512M", "}"]) {
    it(`stays after ${line.trim()}`, () => {
      assert.doesNotMatch(line, increase);
    });
  }

  it("comes out at a closing brace", () => {
    assert.match("\t}", decrease);
    assert.doesNotMatch("\tup }", decrease);
  });
});

describe("Enter", () => {
  const [{ beforeText, afterText, action }] = configuration.onEnterRules;
  const continues = (before: string, after: string): boolean =>
    new RegExp(beforeText).test(before) && new RegExp(afterText).test(after);

  it("goes on with a comment that it divides", () => {
    assert.ok(continues("\t# the first ", "and the second half"));
    assert.equal(action.appendText, "# ");
  });

  it("ends a comment behind it", () => {
    assert.ok(!continues("\t# all of it", ""));
    assert.ok(!continues("\tmemory 1G # ", "why"));
  });
});

describe("settings that name a program", () => {
  const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;

  it("are not taken from an untrusted workspace", () => {
    assert.deepEqual(restricted, [
      "vmconf.server.path",
      "vmconf.server.arguments",
      "vmconf.java.home",
      "vmconf.java.options",
    ]);
  });

  it("belong to the machine", () => {
    for (const name of restricted) {
      assert.equal(manifest.contributes.configuration.properties[name]?.scope, "machine-overridable");
    }
  });
});
