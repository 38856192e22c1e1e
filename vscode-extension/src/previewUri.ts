/** What a virtual document shows. */
export type Subject =
  | { readonly kind: "plan"; readonly source: string }
  | { readonly kind: "vm"; readonly source: string; readonly vm: string }
  | { readonly kind: "committed"; readonly source: string; readonly revision: string }
  | { readonly kind: "rule"; readonly code: string };

/** Scheme of the virtual documents. */
export const SCHEME = "vmconf-preview";

/** The parts of a URI that names a virtual document: the path is what a tab shows, the query says the rest. */
export interface Parts {
  readonly path: string;
  readonly query: string;
}

/** The URI of a subject. */
export function partsOf(subject: Subject): Parts {
  return { path: `/${titleOf(subject)}`, query: JSON.stringify(subject) };
}

function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case "plan":
      return `${baseName(subject.source)}.plan.yaml`;
    case "vm":
      return `${subject.vm.replaceAll("/", "_")}.vm.yaml`;
    case "committed":
      return `${baseName(subject.source)}.plan.${subject.revision.replaceAll("/", "_")}.yaml`;
    case "rule":
      return `${subject.code}.md`;
  }
}

/** The subject of a URI; undefined when it was not made here. */
export function subjectOf(query: string): Subject | undefined {
  try {
    const subject = JSON.parse(query) as Subject;
    return ["plan", "vm", "committed", "rule"].includes(subject.kind) ? subject : undefined;
  } catch {
    return undefined;
  }
}

function baseName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
