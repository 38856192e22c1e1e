// Runs code-server with a profile of its own, and Debian's Chromium to look at it.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { until } from "./host/until.js";

const SETTINGS = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "files.autoSave": "off",
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "editor.accessibilitySupport": "off",
};

/** A folder with a fresh profile, in which the packaged extension is installed. */
export class Profile {
  constructor(entry, vsix) {
    this.entry = entry;
    this.folder = mkdtempSync(path.join(tmpdir(), "vmconf-vscode-"));
    for (const name of ["data/User", "extensions", "home"]) {
      mkdirSync(path.join(this.folder, name), { recursive: true });
    }
    this.set({});
    execFileSync(process.execPath, [entry, ...this.arguments(), "--install-extension", vsix], {
      env: this.environment({}),
      stdio: ["ignore", "ignore", "pipe"],
    });
  }

  /** Writes the user's settings. */
  set(settings) {
    writeFileSync(path.join(this.folder, "data/User/settings.json"), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  }

  arguments() {
    const at = (name) => path.join(this.folder, name);
    return ["--user-data-dir", at("data"), "--extensions-dir", at("extensions"), "--config", at("config.yaml")];
  }

  environment(more) {
    const gallery = '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}';
    return { ...process.env, HOME: path.join(this.folder, "home"), XDG_CACHE_HOME: "", EXTENSIONS_GALLERY: gallery, ...more };
  }

  /**
   * Starts code-server and waits until it answers.
   *
   * @param prefix a command that runs another one, such as unshare
   */
  async start(env = {}, prefix = []) {
    const port = await freePort();
    const quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--disable-getting-started-override"];
    const command = [...prefix, process.execPath, this.entry, ...this.arguments(), "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, ...quiet];
    const child = spawn(command[0], command.slice(1), { env: this.environment(env), stdio: "ignore", detached: true });
    const authority = `127.0.0.1:${port}`;
    await until(async () => (await fetch(`http://${authority}/healthz`).catch(() => undefined))?.ok, "code-server", 60_000);
    return new CodeServer(child, authority);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class CodeServer {
  constructor(child, authority) {
    this.child = child;
    this.authority = authority;
    this.ended = new Promise((resolve) => child.once("exit", resolve));
  }

  async stop() {
    process.kill(-this.child.pid, "SIGTERM");
    await this.ended;
  }
}

/** A browser window without a screen; `close` ends the browser. */
export async function openWindow(options = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "vmconf-chromium-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.vscode-cdn.net",
    ],
    ...options,
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => {
        resolve(port);
      });
    });
  });
}
