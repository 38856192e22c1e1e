#!/usr/bin/env node
// The server with a fault: `broken.mjs` stands in for it and passes everything on but for what VMCONF_FAULT, a name of faults.mjs, spoils.
// The server itself is the one that VMCONF_REAL_LSP names.
import { spawn } from "node:child_process";
import { frame } from "./client.mjs";
import { FAULTS, LIFE_FAULTS } from "./faults.mjs";

const HEADER_END = "\r\n\r\n";
const name = process.env.VMCONF_FAULT;
const fault = FAULTS[name] ?? LIFE_FAULTS[name];
const server = spawn(process.env.VMCONF_REAL_LSP, process.argv.slice(2), { stdio: ["pipe", "pipe", "inherit"] });
let bytes = Buffer.alloc(0);

function pass() {
  for (;;) {
    const end = bytes.indexOf(HEADER_END);
    const start = end + HEADER_END.length;
    const length = end < 0 ? NaN : Number(/content-length: *(\d+)/i.exec(bytes.subarray(0, end).toString())[1]);
    if (Number.isNaN(length) || bytes.length < start + length) {
      return;
    }
    const spoilt = fault.spoil(JSON.parse(bytes.subarray(start, start + length).toString()));
    process.stdout.write(Buffer.isBuffer(spoilt) ? spoilt : frame(spoilt));
    bytes = bytes.subarray(start + length);
  }
}

process.stdin.pipe(server.stdin);
server.stdin.on("error", () => {});
server.stdout.on("data", (data) => {
  bytes = Buffer.concat([bytes, data]);
  pass();
});
server.on("close", (status) => process.exit(fault.status ?? status));
