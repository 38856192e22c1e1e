import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { drawingOf, graphPage } from "../../src/graphPage";

const words = { title: 'Machines of "a" & <b>', zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Fit" };

describe("graphPage", () => {
  const page = graphPage("https://host/graph.js", "n0nce", words);

  it("lets nothing run or load but its own script and styles", () => {
    assert.match(page, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/);
    for (const [tag] of page.matchAll(/<(?:script|style)\b[^>]*>/g)) {
      assert.match(tag, /nonce="n0nce"/);
    }
    assert.doesNotMatch(page, /\son[a-z]+=|\sstyle=/);
  });

  it("names what can be used", () => {
    for (const [tag] of page.matchAll(/<button[^>]*>/g)) {
      assert.match(tag, /aria-label="[^"]+"/);
    }
    assert.match(page, /<html lang="en">/);
  });

  it("escapes names", () => {
    assert.ok(page.includes("<title>Machines of &quot;a&quot; &amp; &lt;b&gt;</title>"));
  });
});

describe("drawingOf", () => {
  const { css, svg } = drawingOf(readFileSync("../docs/graph.svg", "utf8"));

  it("takes the styles out and ties them to the theme", () => {
    assert.match(css, /:is\(body\.vscode-dark/);
    assert.doesNotMatch(css, /prefers-color-scheme/);
    assert.doesNotMatch(svg, /<style/);
    assert.ok(svg.startsWith("<svg "));
  });

  it("keeps where nodes are written and what they are called", () => {
    assert.match(svg, /data-name="[^"]+" data-file="[^"]+" data-line="\d+"/);
    assert.match(svg, /<desc>/);
  });

  it("has a picture without attributes that the page's policy forbids", () => {
    assert.doesNotMatch(svg, /\sstyle=|\son[a-z]+=/);
  });
});
