import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { MESSAGES } from "../../src/messages";

interface Manifest {
  l10n: string;
  contributes: {
    commands: { command: string; title: string }[];
    menus: Record<string, { command: string }[]>;
    configuration: { properties: Record<string, { default?: unknown; markdownDescription?: string }> };
    problemMatchers: { pattern: { regexp: string } }[];
    walkthroughs: { steps: { description: string; media: { markdown?: string; image?: string } }[] }[];
    snippets: { path: string }[];
  };
}

const text = readFileSync("package.json", "utf8");
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync("package.nls.json", "utf8")) as Record<string, string>;

describe("the manifest", () => {
  it("has its words in package.nls.json, and no others are there", () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it("leaves no sentence of its own to translate", () => {
    for (const [, sentence] of text.matchAll(/"(?:title|description|markdownDescription|altText)": "([^"]*)"/g)) {
      assert.match(sentence ?? "", /^%.*%$/);
    }
  });

  it("describes every setting and gives it a default", () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.ok(setting.default !== undefined && setting.markdownDescription !== undefined, name);
    }
  });

  it("shows commands in menus that exist", () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { command } of Object.values(manifest.contributes.menus).flat()) {
      assert.ok(commands.has(command), command);
    }
  });

  it("leads walkthroughs to commands and files that exist", () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { description, media } of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(existsSync(media.markdown ?? media.image ?? "none"), media.markdown ?? media.image);
      const said = words[description.slice(1, -1)] ?? "";
      for (const [, command] of said.matchAll(/command:(vmconf\.\w+)/g)) {
        assert.ok(commands.has(command ?? ""), command);
      }
    }
  });
});

describe("the sentences of the extension", () => {
  it("are all in the bundle for translators (npm run bless:messages)", () => {
    const bundle = JSON.parse(readFileSync("l10n/bundle.l10n.json", "utf8")) as Record<string, string>;
    assert.deepEqual(bundle, Object.fromEntries(Object.values(MESSAGES).map((sentence) => [sentence, sentence])));
  });
});

describe("the problem matcher", () => {
  const pattern = new RegExp(manifest.contributes.problemMatchers[0]?.pattern.regexp ?? "(?!)");

  it("takes every line that vmconf check --format gcc writes", () => {
    const lines = readFileSync("../testdata/corpus/reports/expected.gcc", "utf8").trimEnd().split("\n");
    assert.ok(lines.length > 5);
    for (const line of lines) {
      assert.match(line, pattern);
    }
  });

  it("finds file, place, severity, message and code", () => {
    const found = pattern.exec('net/lan.conf:2:7: error: unknown directive "x" (included from vm.conf:4) [VM002]');
    assert.deepEqual(found?.slice(1), [
      "net/lan.conf",
      "2",
      "7",
      "error",
      'unknown directive "x" (included from vm.conf:4)',
      "VM002",
    ]);
  });
});

describe("the snippets", () => {
  const snippets = JSON.parse(readFileSync(manifest.contributes.snippets[0]?.path ?? "", "utf8")) as Record<
    string,
    { prefix: string; body: string[]; description: string }
  >;

  it("offer the blocks", () => {
    for (const name of ["vm", "vm instance", "switch", "include"]) {
      assert.ok(snippets[name] !== undefined && snippets[name].body.length > 0, name);
    }
  });

  it("number their stops from 1 on", () => {
    for (const { body } of Object.values(snippets)) {
      const stops = [...body.join("\n").matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
      assert.deepEqual(stops, stops.map((_, index) => index + 1));
    }
  });
});
