package vmconf.compiler.export.linux;

import vmconf.compiler.export.Artifact;

/// A unit in which nothing but a sleeper runs, whose control group is vmd's to divide among guests.
/// That of vmd itself would not do: a group with limited groups below it has no room for the next
/// vmd (cgroups(7), "no internal processes").
///
/// @param devices what guests may open, as lines of a unit
record GuestsUnit(String devices) {
    static final String FILE = "vmd-guests.service";

    /// Its control group, where systemd has version 2 alone and where it has both.
    static final String GROUPS =
            """
            ReadWritePaths=-/sys/fs/cgroup/system.slice/vmd-guests.service
            ReadWritePaths=-/sys/fs/cgroup/unified/system.slice/vmd-guests.service
            """;

    Artifact file() {
        return new Artifact(
                FILE,
                """
                # vmd puts each machine's QEMU into a control group of its own here, with limits for memory and threads. They
                # outlive vmd: nothing but the end of the host stops this, and vmd stops before it. An empty group would be
                # removed, so that a process sleeps in it.
                [Unit]
                Description=Control groups of virtual machines
                Documentation=man:vmd(8)
                RefuseManualStop=yes

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=/bin/sh -c 'for each in unified/ ""; do group=/sys/fs/cgroup/$${each}system.slice/vmd-guests.service; \\
                    if [ -d $$group ]; then mkdir -p $$group/keeper; sleep infinity & echo $$! > $$group/keeper/cgroup.procs; fi; done'
                Delegate=cpu memory pids
                OOMPolicy=continue
                TasksMax=infinity
                # QEMU has its network by taps, and no sockets of the Internet's.
                IPAddressDeny=any
                %s
                CapabilityBoundingSet=
                NoNewPrivileges=yes
                ProtectSystem=strict
                ProtectHome=yes
                ProtectKernelTunables=yes
                ProtectKernelModules=yes
                ProtectKernelLogs=yes
                ProtectClock=yes
                ProtectHostname=yes
                ProtectProc=invisible
                PrivateTmp=yes
                LockPersonality=yes
                MemoryDenyWriteExecute=yes
                RestrictAddressFamilies=none
                RestrictNamespaces=yes
                RestrictRealtime=yes
                RestrictSUIDSGID=yes
                SystemCallArchitectures=native
                SystemCallFilter=@system-service
                SystemCallFilter=~@privileged @resources
                """
                        .formatted(devices));
    }
}
