// Has the tests of host/index.js run in the extension host.
import path from "node:path";
import { openWindow } from "./codeServer.mjs";

const PATIENCE = 120_000;

/** @param extension folder of the extension, with all that is packaged */
export async function runApiTests(profile, workspace, extension) {
  const server = await profile.start({ VMCONF_TEST_EXTENSION: extension });
  const window = await openWindow();
  try {
    const remote = (file) => `vscode-remote://${server.authority}${file}`;
    const payload = [
      ["extensionDevelopmentPath", remote(extension)],
      ["extensionTestsPath", remote(path.join(import.meta.dirname, "host/index.js"))],
      ["skipWelcome", "true"],
      ["enableProposedApi", ""],
    ];
    const exit = new Promise((resolve) => {
      void window.page.exposeFunction("codeAutomationExit", resolve);
    });
    await window.page.exposeFunction("codeAutomationLog", (type, args) => {
      // The log of the extension host is full of what is missing in this build of VS Code.
      if (/^(?:ok|not ok|#) /.test(String(args[0]))) {
        console.log(...args);
      }
    });
    const query = `folder=${workspace}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    await window.page.goto(`http://${server.authority}/?${query}`);
    const late = new Promise((resolve) => {
      setTimeout(resolve, PATIENCE, "no answer").unref();
    });
    const status = await Promise.race([exit, late]);
    if (status !== 0) {
      throw new Error(`the tests in the extension host ended with ${status}`);
    }
  } finally {
    await window.close();
    await server.stop();
  }
}
