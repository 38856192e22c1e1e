import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import type { Launch, Problem } from "./launcher";

/** How a server process ended: `stderr` is the end of what it wrote there. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** The launcher's exit status when it found no Java to run the server with. */
const NO_JAVA = 2;

const STDERR_KEPT = 4096;

/** One run of the language server. */
export class ServerProcess {
  readonly ended: Promise<Ending>;

  private constructor(readonly child: ChildProcessWithoutNullStreams) {
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-STDERR_KEPT);
    });
    this.ended = new Promise((resolve) => {
      child.once("close", (code, signal) => {
        resolve({ code, signal, stderr });
      });
    });
  }

  /** Starts the program; fails when the system cannot start it at all. */
  static async start(launch: Launch, cwd: string | undefined): Promise<ServerProcess> {
    const child = spawn(launch.command, launch.args, { cwd, env: { ...process.env, ...launch.env }, stdio: "pipe" });
    // A launcher that gives up closes its input while the first request is being written; `ended` tells why.
    child.stdin.on("error", () => undefined);
    const server = new ServerProcess(child);
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", reject);
    });
    return server;
  }

  /** Ends the process, at once or when it has had `grace` milliseconds to end by itself. */
  async end(grace: number): Promise<Ending> {
    const timer = setTimeout(() => this.child.kill(), grace);
    try {
      return await this.ended;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Says in one sentence why a server ended before it answered. */
export function explainEnding(ending: Ending): Problem {
  const said = lastLine(ending.stderr);
  if (ending.code === NO_JAVA && said !== undefined) {
    return { kind: "problem", message: "launcherSays", args: [said], setting: "vmconf.java.home" };
  }
  const why = said === undefined ? "" : `: ${said}`;
  return ending.signal === null
    ? { kind: "problem", message: "endedByStatus", args: [ending.code ?? "unknown", why] }
    : { kind: "problem", message: "endedBySignal", args: [ending.signal, why] };
}

function lastLine(text: string): string | undefined {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .at(-1);
}
