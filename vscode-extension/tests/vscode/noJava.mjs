// A machine on which nobody installed Java: one message that says so, and nothing else goes wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { openWindow } from "./codeServer.mjs";
import { openFile, problemsOf } from "./workbench.mjs";

/** Hides the usual folders of JDKs from a process and those it starts. */
const HIDING = ["unshare", "--mount", "sh", "-c", 'for each in /usr/lib/jvm /opt; do [ ! -d $each ] || mount -t tmpfs none $each; done; exec "$@"', "sh"];

export async function withoutJava(profile, workspace, shots) {
  if (!canHide()) {
    console.log("skipped: hiding the JDKs of this machine takes root and a mount namespace");
    return;
  }
  const server = await profile.start({ JAVA_HOME: "" }, HIDING);
  const window = await openWindow();
  try {
    const { page } = window;
    await page.goto(`http://${server.authority}/?folder=${workspace}`);
    await openFile(page, "vm.conf");
    const message = page.locator(".notification-list-item", { hasText: "needs Java 25 or newer and found none" });
    await message.first().waitFor({ timeout: 20_000 });
    await page.screenshot({ path: path.join(shots, "no-java.png") });
    // Whoever goes on typing is not told again.
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.type("# one\n# two\n");
    await page.waitForTimeout(2000);
    assert.equal(await page.locator(".notification-list-item").count(), 1);
    const status = page.locator(".statusbar-item", { hasText: "vm.conf" }).first();
    assert.match((await status.getAttribute("aria-label")) ?? "", /no server/);
    assert.equal(await problemsOf(page), 0);
    // Colours come without a server.
    const keyword = page.locator(".monaco-editor .view-line span span", { hasText: /^switch$/ }).first();
    const plain = page.locator(".monaco-editor .view-line span span", { hasText: /^mail$|"mail"/ }).first();
    const colour = (node) => node.evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).color);
    assert.notEqual(await colour(keyword), await colour(plain));
  } finally {
    await window.close();
    await server.stop();
  }
}

function canHide() {
  try {
    execFileSync(HIDING[0], [...HIDING.slice(1), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
