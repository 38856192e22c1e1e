/** What the language server's commands answer; docs/editors.md describes them. */

export interface PlanView {
  readonly root: string;
  readonly name: string;
  readonly target: string;
  readonly text: string;
}

export interface Picture {
  readonly root: string;
  readonly name: string;
  readonly svg: string;
  readonly files: Readonly<Record<string, string>>;
  readonly problem: string;
}

export interface Reading {
  readonly root: string;
  readonly name: string;
  readonly target: string;
  readonly roots: number;
}

export interface Tally {
  readonly files: number;
  readonly roots: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface RuleTitle {
  readonly code: string;
  readonly title: string;
  readonly severity: string;
}
