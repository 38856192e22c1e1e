/** From the extension to the page. */
export type ToPage =
  | { readonly kind: "picture"; readonly css: string; readonly svg: string; readonly label: string; readonly news: string; readonly place: string }
  | { readonly kind: "problem"; readonly text: string };

/** From the page to the extension. */
export type FromPage =
  | { readonly kind: "ready" }
  | { readonly kind: "open"; readonly file: string; readonly line: number };
