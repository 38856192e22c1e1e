// A language server that can do nothing: what it is asked, it answers with null.
let input = Buffer.alloc(0);
process.stdin.on("data", (chunk) => {
  input = Buffer.concat([input, chunk]);
  for (;;) {
    const head = input.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: *(\d+)/i.exec(input.subarray(0, Math.max(head, 0)).toString())?.[1]);
    if (head < 0 || input.length < head + 4 + length) {
      return;
    }
    answer(JSON.parse(input.subarray(head + 4, head + 4 + length).toString()));
    input = input.subarray(head + 4 + length);
  }
});

function answer({ id, method }) {
  if (method === "exit") {
    process.exit(0);
  }
  if (id !== undefined && method !== undefined) {
    const result = method === "initialize" ? { capabilities: { textDocumentSync: 1 } } : null;
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id, result }));
    process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
    process.stdout.write(body);
  }
}
