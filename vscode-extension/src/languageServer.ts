import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, type ErrorHandler } from "vscode-languageclient/node";
import type { Launch, Problem } from "./launcher";
import { explainEnding, ServerProcess } from "./serverProcess";

const MAX_RESTARTS = 4;
const END_GRACE = 2000;

/** Decides what to start; asked again at every start, because settings change. */
export type Resolve = () => Launch | Problem;

/** Tells the user about a problem. */
export type Report = (problem: Problem) => void;

/** The language server and its client: at most one of each, replaced together. */
export class LanguageServer {
  private session: Session | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly resolve: Resolve,
    private readonly report: Report,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  start(): Promise<void> {
    return this.next(() => this.open());
  }

  restart(): Promise<void> {
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
      this.report(launch);
      return;
    }
    this.output.info(`starting ${[launch.command, ...launch.args].join(" ")}`);
    this.session = new Session(launch, this.report, this.output);
    await this.session.open();
  }

  private async close(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    await session?.close();
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
  }

  async open(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      await this.reportFailedStart(error);
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
      this.report({ kind: "problem", sentence: "The vm.conf language server keeps crashing and was not started again." });
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
      const sentence = `The vm.conf language server could not be started: ${messageOf(error)}`;
      this.report({ kind: "problem", sentence, setting: "vmconf.server.path" });
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
