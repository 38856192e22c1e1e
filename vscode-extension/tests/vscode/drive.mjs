// Uses the packaged extension by hand: mouse, keyboard, and what can be seen.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import path from "node:path";
import { openWindow } from "./codeServer.mjs";
import { until } from "./host/until.js";
import { closeAll, command, lines, lineWith, openFile, saveAll, word } from "./workbench.mjs";

const SECOND = 1000;
const EDITORS = { x: 348, y: 36, width: 932, height: 520 };

export async function drive(profile, workspace, shots) {
  const server = await profile.start();
  const window = await openWindow();
  const { page } = window;
  page.setDefaultTimeout(20 * SECOND);
  const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`) });
  // What the README and the walkthrough show: the editors alone.
  const picture = (name) => page.screenshot({ path: path.join(shots, `readme-${name}.png`), clip: EDITORS });
  const steps = {
    "a squiggle under the mistake": async () => {
      await openFile(page, "vm.conf");
      const opened = Date.now();
      await page.waitForSelector(".monaco-editor .squiggly-error");
      const took = Date.now() - opened;
      console.log(`# squiggle ${took} ms after the file is open, in a fresh profile`);
      assert.ok(took < (isBusy() ? 15 : 3) * SECOND, `${took} ms`);
      await page.locator(".statusbar-item", { hasText: "openbsd" }).first().waitFor();
      await shot("squiggle");
    },
    "the finding in the Problems view": async () => {
      await command(page, "Check Workspace");
      const row = page.locator(".markers-panel .monaco-list-row", { hasText: "uplnk" }).first();
      await row.waitFor();
      assert.match(await row.innerText(), /VM201/);
      await page.locator(".notification-list-item", { hasText: "3 files, read from 2 root files: 1 errors" }).first().waitFor();
      await shot("problems");
      await command(page, "Notifications: Clear All Notifications");
      await command(page, "View: Toggle Panel Visibility");
    },
    "what a word means, under the mouse": async () => {
      await word(page, "memory").hover();
      const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: "Memory of the guest" }).first();
      await hover.waitFor();
      await shot("hover");
      await page.mouse.move(640, 700);
    },
    "a completion, accepted": async () => {
      await word(page, "disable").click();
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.keyboard.type("mem");
      await page.keyboard.press("Control+Space");
      const row = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "memory" }).first();
      await row.waitFor();
      await page.waitForTimeout(300);
      await shot("completion");
      await page.keyboard.press("Enter");
      await lineWith(page, "memory 512M");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    },
    "a quick fix": async () => {
      await word(page, '"uplnk"').click();
      await page.waitForTimeout(600);
      await page.keyboard.press("Control+Period");
      const action = page.locator(".action-widget .monaco-list-row", { hasText: "uplink" }).first();
      await action.waitFor();
      await shot("quick-fix");
      await picture("overview");
      await page.keyboard.press("Enter");
      await until(async () => (await page.locator(".monaco-editor .squiggly-error").count()) === 0, "no squiggle any more");
    },
    "a layout": async () => {
      await command(page, "vm.conf: Format Document");
      await until(async () => (await lines(page)).some((line) => /^(\t| {4})memory 2G$/.test(line)), "laid out lines");
      await shot("formatted");
    },
    "a rename across an include": async () => {
      await word(page, '"uplink"').click();
      await page.keyboard.press("F2");
      const box = page.locator(".rename-box input");
      await box.waitFor();
      await box.fill("wan");
      await page.keyboard.press("Enter");
      await lineWith(page, 'switch "wan"');
      await openFile(page, "parts/web.conf");
      await lineWith(page, 'switch "wan"', ".editor-group-container.active .monaco-editor");
      await shot("renamed");
      await page.locator(".statusbar-item", { hasText: "OpenBSD vm.conf" }).first().waitFor();
      await saveAll(page);
      await until(() => readFileSync(path.join(workspace, "parts/web.conf"), "utf8").includes('"wan"'), "the saved file");
      assert.match(readFileSync(path.join(workspace, "vm.conf"), "utf8"), /switch "wan" \{/);
    },
    "the plan, beside the text, while it changes": async () => {
      await openFile(page, "vm.conf");
      await command(page, "vm.conf: Show Plan");
      await page.locator(".tab", { hasText: "vm.conf.plan.yaml" }).first().waitFor();
      await lineWith(page, "vmconf-plan: 1");
      await word(page, "uplink").count();
      await page.waitForTimeout(500);
      await shot("plan");
      await picture("plan");
      await closeAll(page);
    },
    "the picture, a click on which leads to the text": async () => {
      await closeAll(page);
      await openFile(page, "vm.conf");
      await command(page, "vm.conf: Show Graph");
      const frame = await graphFrame(page);
      await frame.locator("svg .vm").first().waitFor();
      assert.equal(await frame.locator("svg .vm").count(), 3);
      const web = frame.locator('[data-name="web"]');
      assert.match((await web.getAttribute("aria-label")) ?? "", /^web, .*parts\/web\.conf line 1$/);
      await page.waitForTimeout(500);
      await shot("graph");
      await picture("graph");
      await web.click({ position: { x: 20, y: 12 } });
      await page.locator(".tab.active", { hasText: "web.conf" }).first().waitFor();
      await web.focus();
      await frame.locator('[data-name="mail"]').press("Enter");
      await page.locator(".tab.active", { hasText: "vm.conf" }).first().waitFor();
    },
    "the picture follows the text and the theme": async () => {
      const frame = await graphFrame(page);
      const paper = () => frame.locator("svg .paper").evaluate((node) => node.ownerDocument.defaultView.getComputedStyle(node).fill);
      const box = () =>
        frame.locator("svg .vm > rect").first().evaluate((node) => node.ownerDocument.defaultView.getComputedStyle(node).fill);
      const [paperByDay, boxByDay] = [await paper(), await box()];
      await command(page, "Preferences: Toggle between Light/Dark Themes");
      await until(async () => (await paper()) !== paperByDay && (await box()) !== boxByDay, "other colours");
      await page.locator(".monaco-editor .view-lines").first().click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type('vm "new" {\ndisk "/n.img"\n');
      await frame.locator('[data-name="new"]').waitFor();
      await shot("graph-dark");
      await saveAll(page);
      await command(page, "Preferences: Toggle between Light/Dark Themes");
      await until(async () => (await paper()) === paperByDay, "the colours of the day");
    },
    "a picture of a hundred machines": async () => {
      await closeAll(page);
      await openFile(page, "many/vm.conf");
      await command(page, "vm.conf: Show Graph");
      const frame = await graphFrame(page);
      await frame.locator("svg .vm").nth(99).waitFor();
      assert.equal(await frame.locator("svg .vm").count(), 100);
      await shot("graph-100");
      await closeAll(page);
    },
    "the plan compared with HEAD": async () => {
      await openFile(page, "vm.conf");
      await command(page, "vm.conf: Compare Plan with HEAD");
      await page.locator(".monaco-diff-editor .view-line", { hasText: "wan" }).first().waitFor();
      await page.locator(".monaco-diff-editor .view-line", { hasText: "uplink" }).first().waitFor();
      await shot("compared");
      await closeAll(page);
    },
    "the walkthrough": async () => {
      await command(page, "Welcome: Open Walkthrough...");
      await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Start with vm.conf" }).first().click();
      await page.locator(".getting-started-step", { hasText: "Open a sample" }).first().click();
      await page.waitForTimeout(800);
      await shot("walkthrough");
      await closeAll(page);
    },
    "no Java is left when the window's process ends": async () => {
      const servers = javaOf(workspace);
      assert.equal(servers.length, 1);
      const [{ pid, parent }] = servers;
      process.kill(parent, "SIGKILL");
      await until(() => !javaOf(workspace).some((each) => each.pid === pid), "the end of the server");
    },
  };
  try {
    await page.goto(`http://${server.authority}/?folder=${workspace}`);
    for (const [name, step] of Object.entries(steps)) {
      const began = Date.now();
      await step().catch(async (error) => {
        await shot("failed");
        throw new Error(`${name}: ${error.message}`, { cause: error });
      });
      console.log(`ok ${name} (${Date.now() - began} ms)`);
    }
  } finally {
    await window.close();
    await server.stop();
  }
  await until(() => javaOf(workspace).length === 0, "no Java is left when the editor has ended", 10 * SECOND);
  console.log("ok no Java is left when the editor has ended");
}

/** Whether others keep the processors of this machine busy, so that times tell little. */
function isBusy() {
  return loadavg()[0] > availableParallelism();
}

/** The page in the webview, which is a frame in a frame. */
async function graphFrame(page) {
  return until(async () => {
    for (const frame of page.frames()) {
      if ((await frame.locator("main#picture").count().catch(() => 0)) > 0) {
        return frame;
      }
    }
    return undefined;
  }, "the page of the picture");
}

/** The language servers that were started in a folder. */
function javaOf(folder) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
        const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
        const ours = command.includes("vmconf.lsp.Main") && readlinkSync(`/proc/${name}/cwd`) === folder;
        return ours ? [{ pid: Number(name), parent: Number(parent) }] : [];
      } catch {
        return [];
      }
    });
}
