// Reads texts out of jars, which are zip files.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

const DIRECTORY_ENTRY = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;

/** The entries of a zip file: their names, sizes packed and unpacked, and where they are. */
export function entriesOf(zip) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) {
    end--;
  }
  const entries = [];
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new Error("not a zip file");
    }
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28));
    entries.push({
      name,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of a file in a jar. */
export function textInJar(file, name) {
  const zip = readFileSync(file);
  const entry = entriesOf(zip).find((each) => each.name === name);
  if (entry === undefined) {
    throw new Error(`${file} has no ${name}`);
  }
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(start, start + entry.packed);
  return (entry.method === STORED ? packed : inflateRawSync(packed)).toString("utf8");
}
