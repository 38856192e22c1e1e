import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import * as path from "node:path";

/** As many folders are looked into, so that a huge workspace does not keep anybody waiting. */
const MOST_FOLDERS = 2000;

const NAME = /^vm\.conf$|\.vm\.conf$/;
const SKIPPED = new Set([".git", "node_modules"]);

/** The files below a folder that are vm.conf by name, relative to it and sorted. */
export async function rootFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [""];
  for (let looked = 0; looked < MOST_FOLDERS; looked++) {
    const next = folders.shift();
    if (next === undefined) {
      break;
    }
    for (const entry of await entriesOf(path.join(folder, next))) {
      const name = path.join(next, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        folders.push(name);
      } else if (entry.isFile() && NAME.test(entry.name)) {
        found.push(name);
      }
    }
  }
  return found.sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
