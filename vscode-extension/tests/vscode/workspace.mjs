// The folder that the tests open: a root that includes a file, committed, and one with a hundred machines.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export const ROOT = `# virtual machines of this host
sets = "/var/sets/7.9"

switch "uplink" {
\tinterface bridge0
}

include "parts/web.conf"

vm "mail" {
   memory   2G
\tdisk "/var/vm/mail.img"
\tinterface { switch "uplnk" }
}

vm "spare" {
\tdisable
\tdisk "/var/vm/spare.img"
}
`;

export const PART = `vm "web" {
\tmemory 1G
\tboot $sets "/bsd.rd"
\tdisk "/var/vm/web.img"
\tinterface { switch "uplink" }
}
`;

/** Fills a folder. */
export function fill(folder) {
  const put = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  put("vm.conf", ROOT);
  put("parts/web.conf", PART);
  put("many/vm.conf", many(100));
  const git = (...args) => execFileSync("git", ["-C", folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", ...args]);
  git("init", "-q", "-b", "main");
  put("vm.conf", ROOT.replace("uplnk", "uplink").replace("2G", "4G"));
  git("add", ".");
  git("commit", "-q", "-m", "first");
  put("vm.conf", ROOT);
}

function many(count) {
  const vms = Array.from({ length: count }, (_, i) => {
    const at = String(i + 1).padStart(3, "0");
    return `vm "node${at}" {\n\tdisk "/var/vm/node${at}.img"\n\tinterface { switch "net${i % 5}" }\n}\n`;
  });
  const switches = Array.from({ length: 5 }, (_, i) => `switch "net${i}" {\n\tinterface bridge${i}\n}\n`);
  return [...switches, ...vms].join("\n");
}
