// Makes JSON schemas of the protocol's types, as strict as they can be: a member that no type has is an error.
// Usage: node schemas.mjs   (writes target/VERSION.json)
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { VERSIONS } from "./validators.mjs";

const here = import.meta.dirname;

function schema(version) {
  const files = version === "3.17" ? "messages.ts" : "*.ts";
  const made = createGenerator({
    path: path.join(here, "types", files),
    tsconfig: path.join(here, "types", `tsconfig-${version}.json`),
    additionalProperties: false,
  }).createSchema("*");
  // What the types of TypeScript cannot say, and the protocol does.
  Object.assign(made.definitions.uinteger, { type: "integer", minimum: 0, maximum: 2 ** 31 - 1 });
  Object.assign(made.definitions.integer, { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
  made.definitions.InitializeResult.additionalProperties = false;
  return made;
}

mkdirSync(path.join(here, "target"), { recursive: true });
for (const version of VERSIONS) {
  try {
    writeFileSync(path.join(here, "target", `${version}.json`), JSON.stringify(schema(version)));
  } catch (error) {
    const places = (error.diagnostic?.relatedInformation ?? []).map((each) => `\n  ${each.file?.fileName}: ${each.messageText}`);
    console.error(`schemas: LSP ${version}: ${error.diagnostic?.messageText ?? error.message}${places.join("")}`);
    process.exitCode = 1;
  }
}
