// The workspace that everything is asked about: two roots that share a fragment, on the disk and unsaved, with letters that the
// encodings of positions count differently.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const LAN = `# 𝄞 é: who joins whom
switch "lan" {
	interface bridge0
}
vm "base" {
	disk "/b.img"
	memory $ram # 𝄞 of $ram
	local interface
}
`;
const TOP = `# 𝄞 the machines of a house
# all of them
ram = "1G"
unused = "é"
spare = "/x.img"
include "parts/lan é.conf"
include "parts/shed ü.conf"
vm "base" instance "web" {
	disk "/w 𝄞.img"
	memory $ram
	interface { switch lan }
}
vm "base" instance "db" {
	disk "/d.img"
}
vm "lost" {
disk    "/𝄞.img"   # é
	disk $spare
	interface { switch   "nowhere" }
}
`;
const OTHER = `ram = "2G"
include "parts/lan é.conf"
vm "base" instance "mail" {
	disk "/m.img"
}
`;

const SHED = `vm "shed" {
	disk "/é.img"
	interface { switch "é" }
}
`;

const LENGTHS = {
  "utf-8": (text) => Buffer.byteLength(text),
  "utf-16": (text) => text.length,
  "utf-32": (text) => Array.from(text).length,
};

export class House {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "vmconf-conformance-")));
  /** Unsaved texts by URI. */
  open = new Map();
  /** Their versions, and the diagnostics of all files, by URI. */
  versions = new Map();
  diagnostics = new Map();
  top = this.uri("vm.conf");
  lan = this.uri("parts/lan é.conf");
  other = this.uri("other.vm.conf");
  #length;

  /** @param roots how many more lie beside the two */
  constructor(encoding, roots) {
    this.#length = LENGTHS[encoding];
    this.#write("parts/lan é.conf", LAN);
    this.#write("parts/shed ü.conf", SHED);
    // The unsaved text is what counts.
    this.#write("vm.conf", "");
    this.#write("other.vm.conf", OTHER);
    for (let i = 0; i < roots; i++) {
      this.#write(`rooms/${i}.vm.conf`, `vm "room${i}" {\n\tdisk "/r.img"\n}\nvm "room${i}" {\n}\n`);
    }
    this.set(this.top, 1, TOP);
    this.set(this.lan, 1, LAN);
    this.set(this.other, 7, OTHER);
  }

  uri(name) {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  /** Gives an open document another text. */
  set(uri, version, text) {
    this.open.set(uri, text);
    this.versions.set(uri, version);
  }

  #write(name, text) {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  text(uri) {
    return this.open.get(uri) ?? readFileSync(fileURLToPath(uri), "utf8");
  }

  lines(uri) {
    return this.text(uri).split(/\r\n|\n|\r/);
  }

  length(text) {
    return this.#length(text);
  }

  /** The place behind the first occurrence of some text. */
  behind(uri, text) {
    const at = this.text(uri).indexOf(text);
    if (at < 0) {
      throw new Error(`${uri} has no ${JSON.stringify(text)}`);
    }
    const before = this.text(uri).slice(0, at + text.length).split("\n");
    return { line: before.length - 1, character: this.length(before.at(-1)) };
  }

  /** The range of the first occurrence of some text. */
  range(uri, text) {
    const at = this.text(uri).indexOf(text);
    const first = this.text(uri).slice(0, at);
    return { start: first === "" ? { line: 0, character: 0 } : this.behind(uri, first), end: this.behind(uri, text) };
  }

  /** The range of a whole document. */
  all(uri) {
    const lines = this.lines(uri);
    return { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: this.length(lines.at(-1)) } };
  }

  /** What a range covers. */
  covered(uri, { start, end }) {
    const lines = this.lines(uri).slice(start.line, end.line + 1);
    const last = lines.length - 1;
    lines[last] = lines[last].slice(0, this.#index(lines[last], end.character));
    lines[0] = lines[0].slice(this.#index(lines[0], start.character));
    return lines.join("\n");
  }

  /** The index in a line of a column; undefined when the column is within a character or behind the line. */
  #index(line, column) {
    let index = 0;
    let at = 0;
    for (const character of line) {
      if (at >= column) {
        break;
      }
      at += this.length(character);
      index += character.length;
    }
    return at === column ? index : undefined;
  }

  holds(uri, { line, character }) {
    const text = this.lines(uri)[line];
    return text !== undefined && this.#index(text, character) !== undefined;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
