package vmconf.compiler.export.qemu;

import java.util.List;
import vmconf.compiler.export.Places;
import vmconf.compiler.export.StartOrder;
import vmconf.plan.Plan;
import vmconf.plan.PlanValue;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.BootImage;
import vmconf.plan.machine.Drive;
import vmconf.plan.machine.Images;
import vmconf.plan.machine.ShellText;
import vmconf.plan.machine.StartScript;
import vmconf.plan.machine.Uefi;

/// The scripts of one VM. Both run in a folder that belongs to it, below `$VMCONF_STATE`.
///
/// @param pointer the VM's place in the plan
/// @param notes values of the VM that have no effect
record Scripts(Plan plan, Machine machine, String pointer, List<PlanValue> notes) {
    private static final String RUNS =
            """
            runs() {
                [ -s pid ] && kill -0 "$(cat pid)" 2>/dev/null
            }

            """;

    private static final String TELL =
            """
            tell() {
                {
                    printf '{"execute":"%s"}\\n' qmp_capabilities "$1"
                    sleep 1
                } | socat - unix-connect:monitor.sock 2>/dev/null
            }

            """;

    private static final String NEEDED =
            "for each in "
                    + Machine.PROGRAM
                    + """
                     socat; do
                        command -v "$each" >/dev/null || {
                            echo "$each is not installed" >&2
                            exit 1
                        }
                    done
                    """;

    /// The guest goes on once its machine is made; the monitor answers no sooner.
    private static final String LET_GO =
            """
            qemu=$!
            left=30
            until tell cont | grep -q RESUME; do
                left=$((left - 1))
                if [ $left -eq 0 ] || ! kill -0 $qemu 2>/dev/null; then
                    kill $qemu 2>/dev/null || :
                    cat qemu.log >&2
                    exit 1
                fi
                sleep 0.1
            done
            trap - EXIT
            """;

    private static final String END =
            """
            if runs; then
                tell system_powerdown >/dev/null
                left=${1:-30}
                while runs && [ "$left" -gt 0 ]; do
                    sleep 1
                    left=$((left - 1))
                done
                if runs; then
                    kill "$(cat pid)"
                fi
                while runs; do
                    sleep 0.1
                done
            fi
            rm -f pid monitor.sock console.sock
            """;

    /// Starts it; what was made goes again where that fails.
    String start() {
        StartScript script = head("Starts");
        images(script);
        told(script);
        notes(script);
        script.comment("its console: socat -,raw,echo=0,escape=0x1d unix-connect:console.sock");
        script.shell("set -eu\numask 077\n").shell(folder());
        script.shell("mkdir -p \"$folder\"\ncd \"$folder\"\n\n").shell(RUNS).shell(TELL);
        script.shell(NEEDED);
        script.shell("if runs; then\n    echo %s >&2\n    exit 1\nfi\n".formatted(running()));
        uefi(script);
        network(script);
        script.shell("\nsetsid ").background(machine.command(), "qemu.log");
        return script.shell(LET_GO).text();
    }

    private String running() {
        return ShellText.quoted(machine.vm().name() + ": runs already");
    }

    /// Stops it as its power button would, by force after a while, and takes its taps away.
    String stop() {
        StartScript script = head("Stops");
        script.comment("Its guest has 30 seconds for that, or as many as the first argument says.");
        script.shell("set -u\n").shell(folder()).shell("cd \"$folder\" || exit 1\n\n");
        script.shell(RUNS).shell(TELL).shell(END);
        for (Machine.Tap each : machine.taps()) {
            String there = "[ -e /sys/class/net/%s ]".formatted(each.commands().tap());
            ifSo(script, "", there, each.undone());
        }
        return script.text();
    }

    private StartScript head(String verb) {
        Vm vm = machine.vm();
        return new StartScript()
                .shell("#!/bin/sh\n")
                .comment(verb + " a machine with QEMU" + Places.comment(plan, pointer) + ".")
                .vm(vm.name(), vm.id());
    }

    private String folder() {
        return "folder=\"${VMCONF_STATE:-$HOME/.local/state/vmconf}\"/"
                + machine.vm().name()
                + "\n";
    }

    private void images(StartScript script) {
        Images images = machine.images();
        int disk = 0;
        for (Drive each : images.disks()) {
            script.image("disk" + disk++, each.file().toString(), each.format().word());
        }
        images.cdrom().ifPresent(path -> script.image("cdrom", path.toString(), "raw"));
        if (images.boot() instanceof BootImage.Kernel kernel) {
            script.image("kernel", kernel.path().toString(), "kernel");
        }
    }

    private void told(StartScript script) {
        List<Attachment> links = machine.links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i) instanceof Attachment.UserMode user) {
                script.told(i, "qemu", user.mac(), user.answer());
            }
        }
    }

    /// What has no effect here.
    private void notes(StartScript script) {
        for (PlanValue each : notes) {
            script.comment(
                    "has no effect: %s %s".formatted(each.key().replace('/', '.'), each.shown()));
        }
    }

    /// Variables begin with the firmware's own.
    private void uefi(StartScript script) {
        machine.images()
                .uefi()
                .ifPresent(
                        uefi -> {
                            String file = ShellText.quoted(uefi.variables().toString());
                            script.shell("[ -e %s ] || ".formatted(file));
                            script.command(
                                    List.of(
                                            "cp",
                                            Uefi.VARIABLES.toString(),
                                            uefi.variables().toString()));
                        });
    }

    private void network(StartScript script) {
        List<Machine.Tap> taps = machine.taps();
        if (taps.isEmpty()) {
            return;
        }
        script.shell("\nmade=0\nundo() {\n    set +e\n");
        for (int i = 0; i < taps.size(); i++) {
            ifSo(script, "    ", "[ $made -gt %d ]".formatted(i), taps.get(i).undone());
        }
        script.shell("}\ntrap undo EXIT\n\n");
        for (int i = 0; i < taps.size(); i++) {
            List<List<String>> commands = taps.get(i).made();
            script.command(commands.getFirst()).shell("made=%d\n".formatted(i + 1));
            commands.subList(1, commands.size()).forEach(script::command);
        }
    }

    private static void ifSo(
            StartScript script, String indent, String test, List<List<String>> commands) {
        script.shell("%sif %s; then\n".formatted(indent, test));
        commands.forEach(each -> script.shell(indent + "    ").command(each));
        script.shell(indent + "fi\n");
    }

    /// Starts every machine that vmd would start.
    static String startAll(Plan plan, String file) {
        return new StartScript()
                .shell("#!/bin/sh\n")
                .comment("Starts the machines, in the order and at the pace of " + file + ".")
                .shell("set -u\ncd \"$(dirname \"$0\")\" || exit 2\nfailed=0\n")
                .shell(
                        """

                        one() {
                            sh "start-$1.sh"
                        }

                        """)
                .shell(StartOrder.of(plan, "one"))
                .shell("exit $failed\n")
                .text();
    }
}
