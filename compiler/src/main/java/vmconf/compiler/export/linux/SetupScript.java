package vmconf.compiler.export.linux;

import java.util.List;
import java.util.Map;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.OneLine;
import vmconf.plan.Plan;
import vmconf.plan.machine.ShellText;

/// The script that puts the other files in their places, in the order in which they are needed.
final class SetupScript {
    private final Plan plan;
    private final List<Artifact> files;

    /// @param files the others
    SetupScript(Plan plan, List<Artifact> files) {
        this.plan = plan;
        this.files = files;
    }

    private boolean has(String file) {
        return files.stream().anyMatch(each -> each.name().equals(file));
    }

    Artifact file(String source) {
        StringBuilder text = new StringBuilder(head(OneLine.of(source)));
        Accounts accounts = new Accounts(plan);
        step(text, "Users and groups", Accounts.FILE, "/etc/sysusers.d/vmd.conf");
        text.append("run systemd-sysusers\n");
        missing(text, "passwd", "user", "useradd -m", accounts.users());
        missing(text, "group", "group", "groupadd", accounts.groups());
        bridges(text);
        if (has(Kernel.FILE)) {
            step(text, "The kernel", Kernel.FILE, "/etc/sysctl.d/60-vmd.conf");
            text.append("run sysctl -q -p /etc/sysctl.d/60-vmd.conf\n");
        }
        if (has(PacketFilter.FILE)) {
            step(text, "The packet filter", PacketFilter.FILE, "/etc/vmd/vmd.nft");
        }
        if (has(DomainsUnit.FILE)) {
            String to = "/etc/systemd/system/" + DomainsUnit.FILE;
            step(text, "Routing domains", DomainsUnit.FILE, to);
        }
        step(text, "vmd", "plan.yaml", "/etc/vmd/plan.yaml");
        for (String each : List.of(GuestsUnit.FILE, VmdUnit.FILE)) {
            text.append("put %1$s /etc/systemd/system/%1$s\n".formatted(each));
        }
        text.append(END);
        return new Artifact("setup.sh", text.toString());
    }

    private static String head(String source) {
        return """
            #!/bin/sh
            # Makes this host one that runs the machines of %s with vmd. As root, on the host, where vmd, vmctl,
            # QEMU, iproute2 and nftables are installed:
            #     sh setup.sh networkd | ifupdown
            # It can be run again, and machines run on meanwhile. With ROOT=/somewhere files are only put there.
            set -eu
            cd "$(dirname "$0")"
            root=${ROOT-}
            by=${1-}
            if [ -z "$by" ] && systemctl is-active -q systemd-networkd 2> /dev/null; then
                by=networkd
            elif [ -z "$by" ] && command -v ifup > /dev/null; then
                by=ifupdown
            fi
            case $by in
                networkd | ifupdown) ;;
                *)
                    echo "setup.sh: say who makes the bridges: sh setup.sh networkd | ifupdown" >&2
                    exit 2
                    ;;
            esac

            put() {
                install -D -m 644 "$1" "$root$2"
            }

            run() {
                [ -n "$root" ] || "$@"
            }

            runs() {
                [ -n "$root" ] || systemctl is-active -q "$1" || {
                    echo "setup.sh: $1 does not run here: systemctl enable --now $1" >&2
                    exit 1
                }
            }

            need() {
                [ -n "$root" ] || getent "$1" "$2" > /dev/null || echo "setup.sh: \\"$2\\" ($3) is missing: $4 $2" >&2
            }
            """
                .formatted(source);
    }

    private static void step(StringBuilder text, String what, String file, String to) {
        text.append("\n# %s.\nput %s %s\n".formatted(what, file, to));
    }

    private static void missing(
            StringBuilder text,
            String database,
            String kind,
            String command,
            Map<String, String> names) {
        names.forEach(
                (name, what) ->
                        text.append(
                                "need %s %s %s %s\n"
                                        .formatted(
                                                database,
                                                ShellText.quoted(OneLine.of(name)),
                                                ShellText.quoted(kind + "; " + OneLine.of(what)),
                                                ShellText.quoted(command))));
    }

    private void bridges(StringBuilder text) {
        text.append("\n# Bridges.\ncase $by in\n    networkd)\n");
        files.stream()
                .map(Artifact::name)
                .filter(each -> each.startsWith(Networkd.PREFIX))
                .forEach(
                        each ->
                                text.append(
                                        "        put %1$s /etc/systemd/network/%1$s\n"
                                                .formatted(each)));
        text.append(
                "        runs systemd-networkd\n        run networkctl reload\n        ;;\n    ifupdown)\n");
        if (has(Ifupdown.FILE)) {
            text.append("        put %s /etc/network/interfaces.d/vmd\n".formatted(Ifupdown.FILE));
            new HostNeeds(plan)
                    .ownBridges()
                    .forEach(each -> text.append("        run ifup " + each.name() + "\n"));
        }
        text.append("        ;;\nesac\n");
    }

    private static final String END =
            """
            if [ -z "$root" ] && ! command -v vmd > /dev/null; then
                echo "setup.sh: vmd is not on the PATH; link the programs of vmconf to /usr/local/bin and run this again" >&2
                exit 1
            fi
            run systemctl daemon-reload
            run systemctl enable vmd.service
            run systemctl restart vmd.service
            """;
}
