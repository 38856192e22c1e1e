import * as path from "node:path";

/** The oldest Java that runs the server. */
export const NEEDED = 25;

/** What is looked at on the machine, so that the search itself needs no machine. */
export interface JavaMachine {
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folders that other extensions are set to use; looked at last. */
  readonly foreignHomes: readonly string[];
  isFile(file: string): boolean;
  /** The text of a file; undefined when it cannot be read. */
  read(file: string): string | undefined;
  /** Names in a folder, sorted; none when it cannot be read. */
  list(folder: string): readonly string[];
  /** The file itself, behind all links. */
  real(file: string): string;
}

/** A folder with a JDK. */
export interface Jdk {
  readonly home: string;
  readonly major: number;
}

/** The newest kind of answer first: a JDK that fits, or where none was found. */
export type Found = { readonly kind: "jdk"; readonly jdk: Jdk } | { readonly kind: "none"; readonly looked: string };

/** The JDK in a folder, of any version; undefined when there is none. */
export function jdkIn(home: string, machine: JavaMachine): Jdk | undefined {
  const release = machine.read(path.join(home, "release"));
  const version = /^JAVA_VERSION="(\d+)/m.exec(release ?? "")?.[1];
  return version !== undefined && machine.isFile(javaIn(home, machine.platform))
    ? { home, major: Number(version) }
    : undefined;
}

/** The program that runs Java. */
export function javaIn(home: string, platform: NodeJS.Platform): string {
  return path.join(home, "bin", platform === "win32" ? "java.exe" : "java");
}

/** Looks at `JAVA_HOME`, the `PATH`, the usual folders, and what other extensions use, in that order. */
export function findJdk(machine: JavaMachine): Found {
  const fits = (home: string): Jdk | undefined => {
    const jdk = jdkIn(home, machine);
    return jdk !== undefined && jdk.major >= NEEDED ? jdk : undefined;
  };
  for (const home of candidates(machine)) {
    const jdk = fits(home);
    if (jdk !== undefined) {
      return { kind: "jdk", jdk };
    }
  }
  return { kind: "none", looked: looked(machine) };
}

function* candidates(machine: JavaMachine): Generator<string> {
  const javaHome = machine.env["JAVA_HOME"] ?? "";
  if (javaHome !== "") {
    yield javaHome;
  }
  const onPath = javaOnPath(machine);
  if (onPath !== undefined) {
    yield onPath;
  }
  for (const folder of usualFolders(machine)) {
    for (const name of machine.list(folder)) {
      yield path.join(folder, name);
      yield path.join(folder, name, "Contents", "Home");
    }
  }
  yield* machine.foreignHomes;
}

function javaOnPath(machine: JavaMachine): string | undefined {
  const windows = machine.platform === "win32";
  const folders = (machine.env["PATH"] ?? "").split(windows ? ";" : ":");
  const java = folders
    .filter((folder) => folder !== "")
    .map((folder) => path.join(folder, windows ? "java.exe" : "java"))
    .find((file) => machine.isFile(file));
  return java === undefined ? undefined : path.dirname(path.dirname(machine.real(java)));
}

function usualFolders({ home, platform, env }: JavaMachine): readonly string[] {
  const own = [path.join(home, ".sdkman/candidates/java"), path.join(home, ".jdks")];
  if (platform === "win32") {
    const programs = env["ProgramFiles"] ?? "C:\\Program Files";
    return [...["Java", "Eclipse Adoptium", "Microsoft"].map((name) => path.join(programs, name)), ...own];
  }
  if (platform === "darwin") {
    return ["/Library/Java/JavaVirtualMachines", path.join(home, "Library/Java/JavaVirtualMachines"), ...own];
  }
  return ["/usr/lib/jvm", "/usr/local/lib/jvm", "/usr/local", "/opt/java", "/opt", "/usr/java", ...own];
}

function looked(machine: JavaMachine): string {
  const home = machine.env["JAVA_HOME"] ?? "";
  return [
    ...(home === "" ? [] : [`JAVA_HOME (${home}${described(jdkIn(home, machine))})`]),
    `PATH${described(onPathJdk(machine))}`,
    usualFolders(machine)[0],
    "…",
  ].join(", ");
}

function onPathJdk(machine: JavaMachine): Jdk | undefined {
  const home = javaOnPath(machine);
  return home === undefined ? undefined : jdkIn(home, machine);
}

function described(jdk: Jdk | undefined): string {
  return jdk === undefined ? "" : `: Java ${jdk.major}`;
}
