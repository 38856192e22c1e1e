import type { Message } from "./messages";

/** What stands between two folders, as in PATH. */
const SEPARATOR = ":";

/** A name that `vmconf export --node` takes. */
const NODE = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Which nodes of a cluster see which images, as somebody has typed it. No vm.conf says it. */
export interface ClusterStorage {
  /** Folders that every node sees. */
  readonly shared: string;
  /** The only node that has the other images. */
  readonly node: string;
}

/** Why these are no folders on storage that every node sees; nothing where they are, or there are none. */
export function sharedProblem(typed: string): Message | undefined {
  return folders(typed).every((each) => each.startsWith("/")) ? undefined : "sharedNotAbsolute";
}

/** Why this is no name of a node; nothing where it is, or there is none. */
export function nodeProblem(typed: string): Message | undefined {
  const name = typed.trim();
  return name === "" || NODE.test(name) ? undefined : "nodeNoName";
}

/** The same as options of `vmconf export pacemaker`. */
export function storageOptions({ shared, node }: ClusterStorage): string[] {
  const name = node.trim();
  return [...folders(shared).flatMap((each) => ["--shared", each]), ...(name === "" ? [] : ["--node", name])];
}

function folders(typed: string): string[] {
  return typed
    .split(SEPARATOR)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
