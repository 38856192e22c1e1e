import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import * as path from "node:path";
import type { Launch } from "./launcher";

/** How long after the server's start, in milliseconds: whoever has just opened a file wants the processors. */
const WAIT = 20_000;

/**
 * Has the launcher learn, once for each JDK, how the server starts, so that it starts faster from then on. What it
 * learned lies in the extension's folder.
 */
export class WarmUp {
  private timer: NodeJS.Timeout | undefined;
  private learner: ChildProcess | undefined;

  constructor(
    private readonly server: string,
    private readonly wait = WAIT,
  ) {}

  /** After a start of the bundled server by its launcher. */
  after(launch: Launch): void {
    const home = launch.env["JAVA_HOME"];
    const marker = home === undefined ? undefined : this.marker(home);
    if (launch.command === "/bin/sh" && marker !== undefined && !existsSync(marker)) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.learn(launch, marker);
      }, this.wait);
    }
  }

  /** Nothing goes on when the editor has ended. */
  stop(): void {
    clearTimeout(this.timer);
    const pid = this.learner?.pid;
    if (pid !== undefined && this.learner?.exitCode === null) {
      try {
        process.kill(-pid);
      } catch {
        // It has ended just now.
      }
    }
  }

  private learn(launch: Launch, marker: string): void {
    try {
      mkdirSync(path.dirname(marker), { recursive: true });
    } catch {
      // Where the folder cannot be written, the server starts as it does.
      return;
    }
    const env = { ...process.env, ...launch.env, VMCONF_AOT: "make" };
    // A group of its own, as the launcher starts others.
    this.learner = spawn(launch.command, launch.args, { env, stdio: "ignore", detached: true });
    this.learner.once("error", () => undefined);
    this.learner.once("exit", (code) => {
      if (code === 0) {
        writeFileSync(marker, "");
      }
    });
    if (this.learner.pid !== undefined) {
      setPriority(this.learner.pid, constants.priority.PRIORITY_LOW);
    }
  }

  /** A file that says that this JDK, in this version, has been learned from; undefined when there is none. */
  private marker(home: string): string | undefined {
    try {
      const release = readFileSync(path.join(home, "release"));
      const name = createHash("sha256").update(home).update(release).digest("hex").slice(0, 16);
      return path.join(this.server, "aot", `${name}.made`);
    } catch {
      return undefined;
    }
  }
}
