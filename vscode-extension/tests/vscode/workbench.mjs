// What a person does in the workbench.
import { until } from "./host/until.js";

const BLANK = /\u00a0/g;

/** Opens a file by its path in the folder, from the explorer. */
export async function openFile(page, name) {
  const rows = page.locator(".explorer-folders-view .monaco-list-row");
  await rows.first().waitFor({ timeout: 60_000 });
  const parts = name.split("/");
  for (const [depth, part] of parts.entries()) {
    const row = page.locator(`.explorer-folders-view .monaco-list-row[aria-level="${depth + 1}"]`, { hasText: new RegExp(`^${part}$`) }).first();
    await row.waitFor();
    if (depth + 1 === parts.length) {
      await row.dblclick();
    } else if ((await row.getAttribute("aria-expanded")) === "false") {
      await row.click();
    }
  }
  await page.locator(".tab.active", { hasText: parts.at(-1) }).first().waitFor();
  await page.waitForSelector(".monaco-editor .view-line", { timeout: 30_000 });
}

/** Runs a command by its title. */
export async function command(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input");
  await input.waitFor();
  await input.fill(`>${title}`);
  // The widget filters while it is typed into: what it has chosen in the end counts.
  const chosen = page.locator(".quick-input-widget .monaco-list-row.focused");
  await until(async () => {
    const label = (await chosen.getAttribute("aria-label", { timeout: 1000 }).catch(() => null)) ?? "";
    const [first = ""] = label.split(",");
    return first === title || first.endsWith(`: ${title}`);
  }, `the command ${title}`);
  await page.keyboard.press("Enter");
}

/** Saves what was changed, and waits until it is. */
export async function saveAll(page) {
  await command(page, "File: Save All Files");
  await until(async () => (await page.locator(".tab.dirty").count()) === 0, "saved files");
}

/** Closes all editors. */
export async function closeAll(page) {
  await command(page, "View: Close All Editors");
  await until(async () => (await page.locator(".tabs-container .tab").count()) === 0, "no editor");
}

/** The lines of an editor that can be seen, from top to bottom. */
export async function lines(page, editor = ".editor-group-container.active .monaco-editor") {
  const found = await page.$$eval(`${editor} .view-line`, (nodes) =>
    nodes.map((node) => [Number.parseInt(node.style.top, 10), node.textContent ?? ""]),
  );
  return found.sort((a, b) => a[0] - b[0]).map(([, text]) => text.replace(BLANK, " "));
}

/** A word in the text of any editor. */
export function word(page, text) {
  const exact = new RegExp(`^${text.replace(/[$.]/g, "\\$&")}$`);
  return page.locator(".monaco-editor .view-line span span", { hasText: exact }).first();
}

/** Waits until some line of an editor holds a text. */
export async function lineWith(page, text, editor = ".monaco-editor") {
  await until(async () => (await lines(page, editor)).some((line) => line.includes(text)), `a line with ${text}`);
}

/** How many problems the Problems view shows. */
export async function problemsOf(page) {
  await command(page, "Problems: Focus on Problems View");
  await page.waitForTimeout(500);
  return page.locator(".markers-panel .monaco-list-row .marker-icon").count();
}
