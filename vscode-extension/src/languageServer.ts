import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, State, type ErrorHandler } from "vscode-languageclient/node";
import type { Launch, Problem } from "./launcher";
import { explainEnding, ServerProcess } from "./serverProcess";
import type { WarmUp } from "./warmUp";

const MAX_RESTARTS = 4;
const END_GRACE = 2000;

/** Decides what to start; asked again at every start, because settings change. */
export type Resolve = () => Launch | Problem;

/** Tells the user about a problem. */
export type Report = (problem: Problem) => void;

/** What the server is doing. */
export type ServerState = "starting" | "running" | "stopped";

/** The language server and its client: at most one of each, replaced together. */
export class LanguageServer {
  private session: Session | undefined;
  private turn: Promise<void> = Promise.resolve();
  private now: ServerState = "stopped";
  private asked = false;
  private readonly changes = new vscode.EventEmitter<ServerState>();

  readonly onDidChangeState = this.changes.event;

  constructor(
    private readonly resolve: Resolve,
    private readonly report: Report,
    private readonly output: vscode.LogOutputChannel,
    private readonly warmUp: WarmUp,
  ) {}

  get state(): ServerState {
    return this.now;
  }

  /** Number of the server's process. */
  get pid(): number | undefined {
    return this.session?.pid;
  }

  /** Starts the server, if nobody has asked for that before. */
  start(): Promise<void> {
    if (this.asked) {
      return this.turn;
    }
    this.asked = true;
    return this.next(() => this.open());
  }

  restart(): Promise<void> {
    this.asked = true;
    this.session?.abandonStart();
    return this.next(async () => {
      await this.close();
      await this.open();
    });
  }

  stop(): Promise<void> {
    this.session?.abandonStart();
    return this.next(() => this.close());
  }

  /** Has the server carry out a command; undefined when it cannot run. */
  async run<T>(command: string, ...args: unknown[]): Promise<T | undefined> {
    await this.start();
    return this.session?.run<T>(command, args);
  }

  /** One start or stop at a time, in the order asked for. */
  private next(action: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(action).catch((error: unknown) => {
      this.output.error(String(error));
    });
    return this.turn;
  }

  private async open(): Promise<void> {
    const launch = this.resolve();
    if (launch.kind === "problem") {
      this.become("stopped");
      this.report(launch);
      return;
    }
    const began = Date.now();
    this.output.info(`starting ${[launch.command, ...launch.args].join(" ")}`);
    this.session = new Session(launch, this.report, this.output, (state) => {
      this.become(state);
    });
    await this.session.open();
    this.output.info(`${this.now} after ${Date.now() - began} ms`);
    if (this.session.pid !== undefined) {
      this.warmUp.after(launch);
    }
  }

  private async close(): Promise<void> {
    this.warmUp.stop();
    const session = this.session;
    this.session = undefined;
    await session?.close();
  }

  private become(state: ServerState): void {
    if (state !== this.now) {
      this.now = state;
      this.changes.fire(state);
    }
  }
}

/** One client and the process it talks to. A crashed process is replaced within the session, a few times. */
class Session implements ErrorHandler {
  private readonly client: QuietClient;
  private readonly crashes: ErrorHandler;
  private process: ServerProcess | undefined;
  private abandoned = false;

  constructor(
    private readonly launch: Launch,
    private readonly report: Report,
    output: vscode.LogOutputChannel,
    become: (state: ServerState) => void,
  ) {
    this.client = new QuietClient("vmconf", "OpenBSD vm.conf", () => this.spawn(), {
      documentSelector: [
        { scheme: "file", language: "vmconf" },
        { scheme: "untitled", language: "vmconf" },
      ],
      outputChannel: output,
      initializationFailedHandler: () => false,
      errorHandler: this,
    });
    this.crashes = this.client.createDefaultErrorHandler(MAX_RESTARTS);
    this.client.onDidChangeState(({ newState }) => {
      become(named(newState));
    });
  }

  get pid(): number | undefined {
    return this.process?.child.pid;
  }

  async open(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      await this.reportFailedStart(error);
    }
  }

  async run<T>(command: string, args: unknown[]): Promise<T | undefined> {
    if (!this.client.isRunning()) {
      return undefined;
    }
    const request = this.client.sendRequest<T | null>("workspace/executeCommand", { command, arguments: args });
    try {
      return (await request) ?? undefined;
    } catch (error) {
      if (this.client.isRunning()) {
        throw error;
      }
      // The server has gone in the meantime.
      return undefined;
    }
  }

  /** Lets a start that hangs fail now. */
  abandonStart(): void {
    if (!this.client.isRunning()) {
      this.abandoned = true;
      this.process?.child.kill();
    }
  }

  async close(): Promise<void> {
    this.abandoned = true;
    if (this.client.isRunning()) {
      await this.client.stop(END_GRACE);
    }
    await this.process?.end(END_GRACE);
  }

  error(): { action: ErrorAction; handled: boolean } {
    // A broken pipe is followed by `closed`, which decides.
    return { action: ErrorAction.Continue, handled: true };
  }

  async closed(): Promise<{ action: CloseAction; handled: boolean }> {
    if (!this.client.isRunning()) {
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const { action } = await this.crashes.closed();
    if (action === CloseAction.DoNotRestart) {
      this.report({ kind: "problem", message: "crashes", args: [] });
    }
    return { action, handled: true };
  }

  private async spawn(): Promise<ServerProcess["child"]> {
    this.process = await ServerProcess.start(this.launch, vscode.workspace.workspaceFolders?.[0]?.uri.fsPath);
    return this.process.child;
  }

  private async reportFailedStart(error: unknown): Promise<void> {
    if (this.abandoned) {
      return;
    }
    if (this.process === undefined) {
      this.report({ kind: "problem", message: "cannotStart", args: [messageOf(error)], setting: "vmconf.server.path" });
      return;
    }
    this.report(explainEnding(await this.process.end(END_GRACE)));
  }
}

/** Writes to the output channel only: what the user must know is reported once, by the session. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function named(state: State): ServerState {
  if (state === State.Running) {
    return "running";
  }
  return state === State.Starting ? "starting" : "stopped";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
