/**
 * Every sentence that the extension shows, in English; `{0}` and the like stand for arguments. `l10n/bundle.l10n.json`
 * holds the same ones for translators.
 */
export const MESSAGES = {
  noJava:
    "The vm.conf language server needs Java {0} or newer and found none (looked at: {1}). Install a JDK {0}, or name its folder.",
  javaSettingNoJdk: 'The setting vmconf.java.home names "{0}", which is not the folder of a JDK.',
  javaSettingTooOld: 'The setting vmconf.java.home names "{0}", which is Java {1}; {2} or newer is needed.',
  pathNotAbsolute: 'The setting vmconf.server.path must be an absolute path, but is "{0}".',
  pathNoFile: 'The setting vmconf.server.path names "{0}", which is not a file.',
  noServer: "This build of the extension holds no vm.conf language server; name a launcher of your own.",
  cannotStart: "The vm.conf language server could not be started: {0}",
  launcherSays: "{0}",
  endedByStatus: "The vm.conf language server ended before it answered (exit status {0}){1}",
  endedBySignal: "The vm.conf language server ended before it answered (signal {0}){1}",
  crashes: "The vm.conf language server keeps crashing and was not started again.",
  notRunning: "The vm.conf language server is not running.",
  openSetting: "Open Setting {0}",
  showOutput: "Show Output",
  restart: "Restart Language Server",
  noFile: "Open a vm.conf first.",
  noVm: "There is no VM around the cursor.",
  checked: "{0} files, read from {1} root files: {2} errors, {3} warnings, {4} notes",
  planOfHead: "{0}: plan of HEAD ↔ plan now",
  sourceGone: "This file cannot be read any more.",
  chooseRule: "Which rule?",
  chooseAction: "vm.conf",
  noRule: 'There is no rule "{0}".',
  graphTitle: "Machines of {0}",
  graphOf: "Picture of the machines of {0}",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomFit: "Fit",
  drawn: "The picture was drawn anew: {0} machines",
  goToSource: "{0}, {1} line {2}",
  statusStarting: "vm.conf: starting",
  statusStopped: "vm.conf: no server",
  statusRunning: "vm.conf for {0}: {1} errors, {2} warnings in this file",
  statusRoot: "Read from {0}",
  statusRoots: "Read from {0}, the first of {1} root files",
  taskCheck: "check",
  actionTarget: "Set Target…",
  chooseExport: "For which engine?",
  exportOpenbsd: "a flat vm.conf and the files of an OpenBSD host",
  exportLinuxHost: "the set-up of a Linux host for vmd",
  exportLibvirt: "domains, networks and scripts of libvirt",
  exportPacemaker: "resources of a cluster with Pacemaker, on top of libvirt",
  exportKubevirt: "manifests of KubeVirt",
  exportQemu: "scripts for QEMU alone",
  sharedTitle: "Folders that every node sees (1 of 2)",
  sharedPrompt: "Images below them are shared. Leave it empty to take all images for the same on every node.",
  sharedNotAbsolute: "Write paths from the root on, with a colon between two.",
  nodeTitle: "The only node with the other images (2 of 2)",
  nodePrompt: "Their machines run there or nowhere. Leave it empty where every node has them.",
  nodeNoName: "The name of a node has letters, digits, dots, underscores and hyphens only.",
  exportHere: "Export Here",
  exportUnsaved: "Save the file first; what is exported is what is on the disk.",
  exported: "The machines are in {0}.",
  exportedWithLosses: "The machines are in {0}; not everything means the same there.",
  exportFailed: "Nothing was exported.",
  noTasks: "The vmconf command cannot be started: {0}",
} as const;

/** The name of a sentence. */
export type Message = keyof typeof MESSAGES;

/** A sentence with its arguments in place, in English: for logs and tests. */
export function english(message: Message, ...args: readonly (string | number)[]): string {
  return MESSAGES[message].replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)] ?? ""));
}
