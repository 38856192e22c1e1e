// Runs in the extension host of a real VS Code: every command and the main answers of the server.
const assert = require("node:assert/strict");
const { execFile } = require("node:child_process");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { promisify } = require("node:util");
const vscode = require("vscode");
const { until } = require("./until.js");

const run = (command, ...args) => vscode.commands.executeCommand(command, ...args);
const at = (name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
const isError = ({ source, severity }) => source === "vmconf" && severity === vscode.DiagnosticSeverity.Error;
const found = (uri) => vscode.languages.getDiagnostics(uri).filter(isError);

async function show(name) {
  const document = await vscode.workspace.openTextDocument(at(name));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** The text of the virtual document whose name ends so. */
function shown(ending) {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "vmconf-preview" && uri.path.endsWith(ending))?.getText();
}

/** Writes over a text in an editor; takes back what was written when the work is done. */
async function edited({ document }, from, to, work) {
  const before = document.getText();
  const start = document.positionAt(before.indexOf(from));
  const end = document.positionAt(before.indexOf(from) + from.length);
  await replace(document, new vscode.Range(start, end), to);
  try {
    await work();
  } finally {
    const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    await replace(document, all, before);
  }
}

async function replace({ uri }, range, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function placeOf(document, text, offset = 0) {
  return document.positionAt(document.getText().indexOf(text) + offset);
}

function tab() {
  return vscode.window.tabGroups.activeTabGroup.activeTab;
}

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

function isAlive(pid) {
  // A process that has ended and was not waited for is still listed.
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

let exported;
let editor;

const tests = {
  async "a vm.conf is recognized, and its findings come soon"() {
    const began = Date.now();
    editor = await show("vm.conf");
    assert.equal(editor.document.languageId, "vmconf");
    const findings = await until(() => found(editor.document.uri).length > 0 && found(editor.document.uri), "findings");
    const took = Date.now() - began;
    console.log(`# first findings after ${took} ms`);
    assert.deepEqual(findings.map(({ code }) => code.value ?? code), ["VM201"]);
  },
  async "activation does not wait for the server"() {
    const extension = vscode.extensions.getExtension("vmconf.vmconf");
    await extension.activate();
    exported = extension.exports;
    assert.equal(exported.state(), "running");
  },
  async "hover, completion, outline, tokens"() {
    const { document } = editor;
    const { uri } = document;
    const hover = await run("vscode.executeHoverProvider", uri, placeOf(document, "memory", 1));
    assert.match(hover.map(({ contents }) => contents.map(({ value }) => value).join()).join(), /memory/);
    const list = await run("vscode.executeCompletionItemProvider", uri, placeOf(document, "disable"));
    assert.ok(list.items.some(({ label }) => (label.label ?? label) === "cdrom"));
    const symbols = await run("vscode.executeDocumentSymbolProvider", uri);
    assert.ok(symbols.some(({ name }) => name === "mail"));
    const tokens = await run("vscode.provideDocumentSemanticTokens", uri);
    assert.ok(tokens.data.length >= 50);
  },
  async "a quick fix mends the name"() {
    const place = placeOf(editor.document, "uplnk", 1);
    const actions = await run("vscode.executeCodeActionProvider", editor.document.uri, new vscode.Range(place, place));
    assert.ok(actions.some(({ title }) => /uplink/.test(title)), actions.map(({ title }) => title).join("; "));
  },
  async "a rename goes across includes"() {
    const edit = await run("vscode.executeDocumentRenameProvider", editor.document.uri, placeOf(editor.document, '"uplink"', 2), "wan");
    assert.equal(edit.get(editor.document.uri).length, 1);
    assert.equal(edit.get(at("parts/web.conf")).length, 1);
  },
  async "the status item tells target and counts"() {
    await until(() => /^openbsd .*1.*0/.test(exported.status()), exported.status());
    const settings = vscode.workspace.getConfiguration("vmconf");
    await settings.update("target", "native", vscode.ConfigurationTarget.Workspace);
    await until(() => exported.status().startsWith("native "), exported.status());
    await settings.update("target", undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => exported.status().startsWith("openbsd "), exported.status());
  },
  async "severities of rules are taken from the settings"() {
    const settings = vscode.workspace.getConfiguration("vmconf");
    await settings.update("rules", { VM201: "off" }, vscode.ConfigurationTarget.Workspace);
    await until(() => found(editor.document.uri).length === 0, "no findings");
    await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => found(editor.document.uri).length === 1, "a finding");
  },
  async "Check Workspace counts everything"() {
    const tally = await run("vmconf.checkWorkspace");
    assert.equal(tally.roots, 2);
    assert.equal(tally.files, 3);
    assert.equal(tally.errors, 1);
  },
  async "Show Plan follows while one types"() {
    await show("vm.conf");
    await run("vmconf.showPlan");
    await until(() => shown("/vm.conf.plan.yaml")?.includes("has errors, so it has no plan"), "why there is no plan");
    await edited(editor, "uplnk", "uplink", async () => {
      await until(() => shown("/vm.conf.plan.yaml")?.includes("name: mail"), "a plan");
      assert.equal(vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "vmconf-preview").languageId, "yaml");
    });
    await until(() => shown("/vm.conf.plan.yaml")?.includes("has errors"), "no plan again");
  },
  async "Show Effective VM tells about the machine under the cursor"() {
    editor = await show("vm.conf");
    await edited(editor, "uplnk", "uplink", async () => {
      const hints = () => run("vscode.executeInlayHintProvider", editor.document.uri, new vscode.Range(0, 0, 99, 0));
      await until(async () => (await hints()).length > 0, "inlay hints");
      const place = placeOf(editor.document, "memory   2G", 3);
      editor.selection = new vscode.Selection(place, place);
      await run("vmconf.showEffectiveVm");
      const text = await until(() => shown("/mail.vm.yaml"), "the VM");
      assert.match(text, /name: mail/);
      assert.match(text, /# vm "mail" memory: 2G/);
    });
  },
  async "Compare Plan with HEAD shows both"() {
    editor = await show("vm.conf");
    await edited(editor, "uplnk", "uplink", async () => {
      await run("vmconf.comparePlanWithHead");
      await until(() => tab()?.input instanceof vscode.TabInputTextDiff, "a comparison");
      assert.match(await until(() => shown("/vm.conf.plan.HEAD.yaml"), "the plan of HEAD"), /memory: 4294967296/);
      await until(() => shown("/vm.conf.plan.yaml")?.includes("memory: 2147483648"), "the plan now");
      editor = await show("vm.conf");
    });
  },
  async "Export writes the machines for another engine"() {
    editor = await show("many/vm.conf");
    const folder = await run("vmconf.export", "libvirt", at("."));
    assert.match(folder, /libvirt-export$/);
    assert.ok(readdirSync(folder).includes("start.sh"), readdirSync(folder).join(" "));
    editor = await show("vm.conf");
    assert.equal(await run("vmconf.export", "openbsd", at(".")), undefined, "a file with errors is exported");
  },
  async "Show Graph opens the picture, once"() {
    await run("vmconf.showGraph");
    await show("vm.conf");
    await run("vmconf.showGraph");
    const graphs = () => tabs().filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("vmconf.graph"));
    await until(() => graphs().length === 1, "a picture");
    assert.equal(graphs()[0].label, "Machines of vm.conf");
  },
  async "a picture of a hundred machines is made soon"() {
    await show("many/vm.conf");
    const began = Date.now();
    const picture = await run("vmconf.graph", at("many/vm.conf").toString());
    console.log(`# picture of 100 machines after ${Date.now() - began} ms`);
    assert.equal(picture.svg.match(/class="vm"/g).length, 100);
  },
  async "Explain Rule shows its page"() {
    await run("vmconf.explainRule", "VM201");
    await until(() => tabs().some(({ label }) => label.includes("VM201")), "a page");
    const uri = vscode.Uri.from({ scheme: "vmconf-preview", path: "/VM201.md", query: '{"kind":"rule","code":"VM201"}' });
    assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /^# VM201: /);
  },
  async "Format Document lays out the file"() {
    editor = await show("vm.conf");
    await edited(editor, "   memory   2G", "   memory   2G", async () => {
      await run("vmconf.formatDocument");
      await until(() => editor.document.getText().includes("\tmemory 2G\n"), "a layout");
    });
  },
  async "Open Sample opens a file that is checked"() {
    await run("vmconf.openSample");
    const { document } = vscode.window.activeTextEditor;
    assert.equal(document.languageId, "vmconf");
    assert.equal(document.uri.scheme, "untitled");
    const findings = await until(() => found(document.uri).length > 0 && found(document.uri), "findings");
    assert.deepEqual(findings.map(({ code }) => code.value ?? code), ["VM201"]);
    await run("workbench.action.revertAndCloseActiveEditor");
  },
  async "Open Settings opens them"() {
    await run("vmconf.openSettings");
    await until(() => tab()?.label === "Settings", "the settings");
  },
  async "Show Language Server Output shows it"() {
    await run("vmconf.showOutput");
    const outputs = () => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "output").map(({ uri }) => uri.path);
    await until(() => outputs().some((name) => name.includes("vmconf.vmconf")), `the output, not ${outputs().join(" ")}`);
  },
  async "Show Actions offers the commands, and carries one out"() {
    let done = false;
    const chosen = run("vmconf.showActions").then(() => (done = true));
    await until(async () => {
      await run("workbench.action.acceptSelectedQuickOpenItem");
      return done;
    }, "the first of the actions");
    await chosen;
  },
  async "tasks run vmconf check, whose lines the problem matcher takes"() {
    const [task] = await vscode.tasks.fetchTasks({ type: "vmconf" });
    assert.equal(task.name, "check");
    assert.deepEqual(task.problemMatchers, ["$vmconf"]);
    const { process: command, args, options } = task.execution;
    const env = { ...process.env, ...options.env };
    const result = await promisify(execFile)(command, args, { cwd: options.cwd, env }).catch((error) => error);
    assert.equal(result.code, 1, result.stderr);
    const { problemMatchers } = vscode.extensions.getExtension("vmconf.vmconf").packageJSON.contributes;
    const lines = [...result.stdout.matchAll(new RegExp(problemMatchers[0].pattern.regexp, "gm"))];
    assert.ok(lines.some(([, file, , , severity, , code]) => file === "vm.conf" && severity === "error" && code === "VM201"));
  },
  async "Restart Language Server leaves no old process"() {
    const before = exported.pid();
    await run("vmconf.restartServer");
    assert.equal(exported.state(), "running");
    assert.notEqual(exported.pid(), before);
    await until(() => !isAlive(before), "the end of the old server");
    await until(() => found(at("vm.conf")).length > 0, "findings");
  },
  async "a server that crashes is replaced, but not for ever"() {
    for (let crashes = 0; crashes < 4; crashes++) {
      const before = exported.pid();
      process.kill(before, "SIGKILL");
      await until(() => exported.state() === "running" && exported.pid() !== before, `the server after crash ${crashes + 1}`);
    }
    editor = await show("vm.conf");
    await until(() => found(at("vm.conf")).length > 0, "findings");
    const last = exported.pid();
    process.kill(last, "SIGKILL");
    await until(() => exported.state() === "stopped", "the end");
    await run("vmconf.restartServer");
    assert.equal(exported.state(), "running");
  },
};

exports.run = async function () {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    const began = Date.now();
    try {
      await test();
      console.log(`ok ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed++;
      console.log(`not ok ${name}: ${error.stack}`);
    }
  }
  const pid = exported?.pid();
  console.log(`# VS Code ${vscode.version}, ${Object.keys(tests).length} tests, ${failed} failed, server ${pid}`);
  if (failed > 0) {
    throw new Error(`${failed} tests failed`);
  }
};
