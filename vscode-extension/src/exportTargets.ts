import type { Message } from "./messages";

/** What `vmconf export` exports to, by its words there, and what each is. */
export const EXPORT_TARGETS = {
  openbsd: "exportOpenbsd",
  "linux-host": "exportLinuxHost",
  libvirt: "exportLibvirt",
  pacemaker: "exportPacemaker",
  kubevirt: "exportKubevirt",
  qemu: "exportQemu",
} as const satisfies Record<string, Message>;

/** A word of `vmconf export`. */
export type ExportTarget = keyof typeof EXPORT_TARGETS;
