/** A picture as it goes into the page: the styles and the drawing apart. */
export interface Drawing {
  readonly css: string;
  readonly svg: string;
}

/** The words of the page. */
export interface PageWords {
  readonly title: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
}

const NIGHT = "@media (prefers-color-scheme: dark)";
const DARK_THEMES = ":is(body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light))";

/** Takes the styles out of a picture and ties them to the theme of the editor instead of that of the system. */
export function drawingOf(svg: string): Drawing {
  const style = /<style>([\s\S]*?)<\/style>/.exec(svg);
  return {
    css: (style?.[1] ?? "").replaceAll(NIGHT, DARK_THEMES),
    svg: svg.replace(/^<\?xml[^>]*\?>\s*/, "").replace(/<style>[\s\S]*?<\/style>\s*/, ""),
  };
}

/**
 * The page that shows pictures. It loads nothing but its own script; pictures are sent to it.
 *
 * @param script URI of the script, which alone may run, by its nonce
 */
export function graphPage(script: string, nonce: string, words: PageWords): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${escaped(words.title)}</title>
<style nonce="${nonce}" id="picture-style"></style>
<style nonce="${nonce}">
body { display: flex; flex-direction: column; height: 100vh; padding: 0; margin: 0; background: var(--vscode-editor-background); color: var(--vscode-editor-foreground) }
[role="toolbar"] { display: flex; justify-content: flex-end; gap: 4px; padding: 6px 12px }
button { min-width: 28px; height: 28px; font: inherit; border: 1px solid var(--vscode-button-border, transparent); border-radius: 3px;
  color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); cursor: pointer }
button:hover { background: var(--vscode-button-secondaryHoverBackground) }
button:focus-visible { outline: 2px solid var(--vscode-focusBorder) }
#problem { margin: 16px; max-width: 60ch }
#problem:empty { display: none }
#picture { flex: 1; min-height: 0; overflow: auto }
#picture.old { opacity: 0.45 }
#picture svg { display: block }
#picture svg .paper { fill: var(--vscode-editor-background) }
#picture [data-line] { cursor: pointer; outline: none }
#picture [data-line]:focus-visible > rect { stroke: var(--vscode-focusBorder); stroke-width: 3 }
body.vscode-high-contrast #picture rect { stroke: var(--vscode-contrastBorder) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
</style>
</head>
<body>
<div role="toolbar" aria-label="${escaped(words.title)}">
<button id="out" aria-label="${escaped(words.zoomOut)}" title="${escaped(words.zoomOut)}">&#8722;</button>
<button id="fit" aria-label="${escaped(words.fit)}" title="${escaped(words.fit)}">${escaped(words.fit)}</button>
<button id="in" aria-label="${escaped(words.zoomIn)}" title="${escaped(words.zoomIn)}">+</button>
</div>
<p id="problem" role="alert"></p>
<main id="picture" tabindex="-1"></main>
<p id="news" class="hidden" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
