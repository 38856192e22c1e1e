package vmconf.compiler.export.pacemaker;

import java.util.TreeSet;
import java.util.stream.Stream;
import vmconf.compiler.export.OneLine;
import vmconf.compiler.export.Settings;
import vmconf.plan.Firmware;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.plan.machine.ShellText;

/// The script that looks whether a node can run the machines.
record Preflight(Plan plan, Storage storage, Settings settings) {
    private static final String HEAD =
            """
            # MEMORY=MIB names the memory that it has for machines, instead of all but 1024 MiB.
            set -u
            virsh=${VIRSH:-virsh -c qemu:///system}
            room=${MEMORY:-$(awk '/^MemTotal:/ { print int($2 / 1024) - 1024 }' /proc/meminfo)}
            here=$(crm_node -n 2> /dev/null)
            failed=0
            asked=0
            missing=

            lacks() { echo "preflight: $*" >&2; failed=1; }
            warn() { echo "preflight: warning: $*" >&2; }

            needs() {
                command -v "$1" > /dev/null && return
                lacks "there is no $1"
                missing="$missing $2"
            }

            agent() {
                [ -x "${OCF_ROOT:-/usr/lib/ocf}/resource.d/heartbeat/$1" ] && return
                lacks "there is no resource agent $1"
                missing="$missing resource-agents"
            }

            bridge() {
                [ -d "/sys/class/net/$1/bridge" ] || lacks "there is no bridge $1, which switch $2 is"
            }

            filter() {
                $virsh nwfilter-info "$1" > /dev/null 2>&1 && return
                lacks "libvirt has no filter $1"
                missing="$missing libvirt-daemon-config-nwfilter"
            }

            # MACHINE MIB
            machine() {
                asked=$((asked + $2))
                [ "$2" -le "$room" ] || warn "$1 needs $2 MiB and does not fit here"
                if $virsh list --all --persistent --name 2> /dev/null | grep -qxF -e "$1"; then
                    lacks "libvirt has $1 outside of the cluster; end it, and: virsh undefine --keep-nvram $1"
                fi
            }

            # MACHINE PATH
            image() {
                if [ ! -r "$2" ]; then
                    lacks "$1 needs $2, which is not here"
                    return
                fi
                [ -b "$2" ] && return
                kind=$(findmnt -n -o FSTYPE -T "$2")
                case $kind in
                    ext[234] | xfs | btrfs | zfs | f2fs | tmpfs | overlay)
                        warn "$1 has $2 on $kind, which no other node sees" ;;
                esac
            }

            # NODE MACHINE PATH
            only() {
                if [ "$1" = "$here" ] && [ ! -r "$3" ]; then
                    lacks "$2 needs $3, which is not here"
                fi
            }

            needs virsh libvirt-clients
            needs qemu-system-x86_64 qemu-system-x86
            needs crm_node pacemaker
            needs cibadmin pacemaker-cli-utils
            needs findmnt util-linux
            agent VirtualDomain
            $virsh version > /dev/null 2>&1 || {
                lacks "libvirt does not answer"
                missing="$missing libvirt-daemon-system"
            }
            cibadmin --query --scope nodes > /dev/null 2>&1 || lacks "the cluster does not answer"
            """;

    private static final String TAIL =
            """

            echo "preflight: the machines need $asked MiB in all, this node has $room for them"
            [ -z "$missing" ] || echo "preflight: on Debian: apt-get install$missing" >&2
            [ $failed = 0 ] && echo "preflight: this node can be used"
            exit $failed
            """;

    String text() {
        StringBuilder text =
                new StringBuilder("#!/bin/sh\n# Looks whether this node can run the machines of ");
        text.append(OneLine.of(settings.file())).append(". Changes nothing.\n").append(HEAD);
        text.append(
                settings.emulated() ? "" : "[ -e /dev/kvm ] || lacks \"there is no /dev/kvm\"\n");
        host(text);
        for (Vm vm : plan.vms()) {
            text.append("machine ").append(vm.name());
            text.append(' ').append(Machine.memory(vm)).append('\n');
            Image.of(vm, "").forEach(each -> image(vm, each, text));
        }
        return text.append(TAIL).toString();
    }

    private void host(StringBuilder text) {
        if (Wave.of(plan).size() > 1) {
            text.append("agent Delay\n");
        }
        if (plan.vms().stream().anyMatch(vm -> vm.boot().firmware() == Firmware.UEFI)) {
            text.append("[ -d /usr/share/OVMF ] || { lacks \"there is no UEFI firmware\"; ");
            text.append("missing=\"$missing ovmf\"; }\n");
        }
        if (interfaces().anyMatch(each -> each.local().isPresent())) {
            text.append("needs dnsmasq dnsmasq-base\nneeds iptables iptables\n");
        }
        if (interfaces().anyMatch(Interface::lockedLladdr)) {
            text.append("filter no-mac-spoofing\n");
        }
        TreeSet<String> bridges = new TreeSet<>();
        for (Switch each : plan.switches()) {
            if (each.enabled() && bridges.add(each.bridge())) {
                text.append("bridge ").append(each.bridge()).append(' ');
                text.append(ShellText.quoted(each.name())).append('\n');
            }
        }
    }

    private Stream<Interface> interfaces() {
        return plan.vms().stream().flatMap(vm -> vm.interfaces().stream());
    }

    /// A machine with a home needs all of its images there alone.
    private void image(Vm vm, Image image, StringBuilder text) {
        boolean alone = !storage.isShared(image.path()) && storage.node().isPresent();
        text.append(alone ? "only " + storage.node().get() + " " : "image ");
        text.append(vm.name()).append(' ').append(ShellText.quoted(image.path())).append('\n');
    }
}
