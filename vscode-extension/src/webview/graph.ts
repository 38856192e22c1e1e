import type { FromPage, ToPage } from "./messages";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
const STEP = 1.25;
let zoom = 0;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`no element ${id}`);
  }
  return found;
}

const picture = element("picture");

function show(message: ToPage): void {
  if (message.kind === "problem") {
    element("problem").textContent = message.text;
    picture.classList.add("old");
    return;
  }
  element("problem").textContent = "";
  element("picture-style").textContent = message.css;
  const drawn = new DOMParser().parseFromString(message.svg, "image/svg+xml").documentElement;
  drawn.setAttribute("aria-label", message.label);
  picture.classList.remove("old");
  picture.replaceChildren(document.importNode(drawn, true));
  const nodes = picture.querySelectorAll("[data-line]");
  for (const node of nodes) {
    name(node, message.place);
  }
  element("news").textContent = message.news.replace("{0}", String(picture.querySelectorAll(".vm").length));
  scale();
}

/** Makes a node something that can be reached by keyboard and told by a screen reader. */
function name(node: Element, place: string): void {
  const told = [":scope > title", ":scope > desc"].map((part) => node.querySelector(part)?.textContent ?? "");
  const where = place.replace("{1}", node.getAttribute("data-file") ?? "").replace("{2}", node.getAttribute("data-line") ?? "");
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  node.setAttribute("aria-label", where.replace("{0}", told.filter((text) => text !== "").join(", ")));
}

function open(node: Element): void {
  const file = node.getAttribute("data-file");
  const line = Number(node.getAttribute("data-line"));
  if (file !== null && Number.isInteger(line)) {
    vscode.postMessage({ kind: "open", file, line });
  }
}

/** Draws in the size that was chosen; at first, as wide as there is room, but not larger than it is. */
function scale(): void {
  const svg = picture.querySelector("svg");
  const [, , width = 1, height = 1] = (svg?.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const factor = zoom === 0 ? Math.min(1, picture.clientWidth / width) : zoom;
  svg?.setAttribute("width", String(width * factor));
  svg?.setAttribute("height", String(height * factor));
}

function current(): number {
  const svg = picture.querySelector("svg");
  const [, , width = 1] = (svg?.getAttribute("viewBox") ?? "").split(" ").map(Number);
  return Number(svg?.getAttribute("width") ?? width) / width;
}

function zoomBy(factor: number): void {
  zoom = Math.min(8, Math.max(0.1, current() * factor));
  scale();
}

picture.addEventListener("click", ({ target }) => {
  const node = target instanceof Element ? target.closest("[data-line]") : null;
  if (node !== null) {
    open(node);
  }
});
picture.addEventListener("keydown", (event) => {
  if ((event.key === "Enter" || event.key === " ") && event.target instanceof Element) {
    event.preventDefault();
    open(event.target);
  }
});
element("in").addEventListener("click", () => {
  zoomBy(STEP);
});
element("out").addEventListener("click", () => {
  zoomBy(1 / STEP);
});
element("fit").addEventListener("click", () => {
  zoom = 0;
  scale();
});
window.addEventListener("resize", scale);
window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  show(data);
});
vscode.postMessage({ kind: "ready" });
