// What LSP 3.18 has beside 3.17.
import type * as P from "protocol";

/** Results of requests. */
export interface NewerAnswers {
  "workspace/textDocumentContent": P.TextDocumentContentResult;
}

/** Parameters of what the server sends. */
export interface NewerTold {
  "workspace/foldingRange/refresh": null;
  "workspace/textDocumentContent/refresh": P.TextDocumentContentRefreshParams;
}
