package vmconf.compiler.export.linux;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.export.Artifact;

/// The unit of systemd that runs vmd, with as little as vmd and its QEMU get along with
/// (systemd.exec(5)).
///
/// @param filtered there are rules for nftables to load before
record VmdUnit(HostNeeds needs, boolean filtered) {
    static final String FILE = "vmd.service";

    /// Folders that ProtectSystem= makes read-only.
    private static final List<String> READ_ONLY = List.of("/usr/", "/boot/", "/efi/", "/etc/");

    private static final String CAPABILITIES =
            "CAP_NET_ADMIN CAP_NET_RAW CAP_SETUID CAP_SETGID CAP_CHOWN CAP_FOWNER CAP_DAC_OVERRIDE"
                    + " CAP_KILL CAP_SYS_PTRACE";

    Artifact file() {
        return new Artifact(FILE, unit() + service() + hardening() + domains() + install());
    }

    private String unit() {
        StringBuilder text =
                new StringBuilder(
                        """
                        [Unit]
                        Description=Virtual machines
                        Documentation=man:vmd(8)
                        Wants=network-online.target
                        After=network-online.target systemd-sysctl.service nftables.service
                        Wants=vmd-guests.service
                        After=vmd-guests.service
                        """);
        if (!needs.domains().isEmpty()) {
            text.append("Requires=vmd-rdomains.service\nAfter=vmd-rdomains.service\n");
        }
        files().filter(each -> !each.startsWith("/dev/"))
                .map(VmdUnit::folder)
                .distinct()
                .forEach(each -> text.append("RequiresMountsFor=" + word(each) + "\n"));
        return text.toString();
    }

    private Stream<String> files() {
        return needs.images().stream();
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(1, file.lastIndexOf('/')));
    }

    private String service() {
        return """

        [Service]
        %sExecStart=vmd start -d %s/etc/vmd/plan.yaml
        ExecReload=kill -HUP $MAINPID
        # Machines outlive vmd, and the next one takes them over; before the host goes down they are asked to.
        KillMode=process
        ExecStop=-/bin/sh -c 'case $$(systemctl is-system-running) in stopping) vmctl stop -a -w ;; esac'
        TimeoutStopSec=150
        SuccessExitStatus=143
        Restart=on-failure
        RestartSec=2
        TasksMax=infinity
        LimitNOFILE=65536
        OOMScoreAdjust=-500
        OOMPolicy=continue
        StateDirectory=vmd
        StateDirectoryMode=0700
        # What the JVM has learned for its next start.
        CacheDirectory=vmconf
        Environment=XDG_CACHE_HOME=%%C
        UMask=0077
        """
                .formatted(
                        filtered ? "ExecStartPre=nft -f /etc/vmd/" + PacketFilter.FILE + "\n" : "",
                        needs.domains().isEmpty() ? "" : "--rdomain=netns ");
    }

    private String hardening() {
        StringBuilder text = new StringBuilder(strict());
        text.append(devices()).append(GuestsUnit.GROUPS);
        files().filter(file -> READ_ONLY.stream().anyMatch(file::startsWith))
                .map(VmdUnit::folder)
                .distinct()
                .forEach(each -> text.append("ReadWritePaths=" + word("-" + each) + "\n"));
        return text.toString();
    }

    /// What QEMU may open, in whichever control group it is.
    private String devices() {
        StringBuilder text =
                new StringBuilder(
                        """
                        DevicePolicy=closed
                        DeviceAllow=/dev/kvm rw
                        DeviceAllow=/dev/net/tun rw
                        """);
        files().filter(each -> each.startsWith("/dev/"))
                .forEach(each -> text.append("DeviceAllow=" + word(each) + " rw\n"));
        return text.toString();
    }

    GuestsUnit guests() {
        return new GuestsUnit(devices());
    }

    private static String strict() {
        return """

            # QEMU is started as root, opens what it needs, and becomes _vmd. What is missing here is needed, too:
            # MemoryDenyWriteExecute= (the JVM and QEMU make code), RestrictSUIDSGID= (it forbids openat2, by which files of
            # other users are opened with their rights), ProtectHome= and PrivateTmp= (users' images are there), PrivateNetwork=.
            # Sockets of the Internet's are for addresses of links, and for vmd --metrics.
            CapabilityBoundingSet=%s
            NoNewPrivileges=yes
            ProtectSystem=full
            ProtectKernelTunables=yes
            ProtectKernelModules=yes
            ProtectKernelLogs=yes
            ProtectControlGroups=yes
            ProtectClock=yes
            ProtectHostname=yes
            ProtectProc=invisible
            PrivateMounts=yes
            LockPersonality=yes
            RestrictRealtime=yes
            RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_PACKET
            IPAddressDeny=any
            IPAddressAllow=localhost
            SystemCallArchitectures=native
            SystemCallFilter=@system-service seccomp
            SystemCallFilter=~@resources
            SystemCallErrorNumber=EPERM
            """
                .formatted(CAPABILITIES);
    }

    /// Each list is added to the one before.
    private String domains() {
        return needs.domains().isEmpty()
                ? "RestrictNamespaces=yes\n"
                : """
                # Routing domains: a thread of vmd enters a network namespace, with a view of /sys of its own. Namespaces, not
                # VRFs: every kernel has them, and what is in one is made before vmd starts, by vmd-rdomains.service.
                CapabilityBoundingSet=CAP_SYS_ADMIN
                RestrictNamespaces=net mnt
                SystemCallFilter=@mount
                """;
    }

    private static String install() {
        return "\n[Install]\nWantedBy=multi-user.target\n";
    }

    /// A word of a unit, whatever is in it but control characters.
    static String word(String text) {
        String escaped = text.replace("%", "%%");
        return escaped.matches("[A-Za-z0-9_./+:@=,%-]+")
                ? escaped
                : "\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
