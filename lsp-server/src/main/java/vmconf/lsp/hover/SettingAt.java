package vmconf.lsp.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.workspace.Question;

/// The setting that a place lies in.
///
/// @param words what the compiler is asked for to explain it
/// @param nic number of the interface that it belongs to, from 0
record SettingAt(Directive directive, List<String> words, Optional<Integer> nic) {

    static Optional<SettingAt> find(Question question) {
        return question.config().statements().stream()
                .filter(each -> question.isIn(each.span()))
                .flatMap(each -> in(each, question))
                .findFirst();
    }

    private static Stream<SettingAt> in(Directive statement, Question question) {
        return switch (statement) {
            case Directive.Vm vm -> inVm(vm, question);
            case Directive.Switch each -> inSwitch(each, question);
            case Directive.LocalPrefix _ -> global(statement, "local");
            case Directive.LocalInet6 _ -> global(statement, "local");
            case Directive.SocketOwner _ -> global(statement, "socket-owner");
            case Directive.StaggeredStart _ -> global(statement, "staggered-start");
            default -> Stream.of();
        };
    }

    private static Stream<SettingAt> global(Directive directive, String key) {
        return Stream.of(new SettingAt(directive, List.of(key), Optional.empty()));
    }

    private static Stream<SettingAt> inSwitch(Directive.Switch block, Question question) {
        return block.options().stream()
                .filter(each -> question.isIn(each.span()))
                .flatMap(
                        each ->
                                key(each)
                                        .map(
                                                key ->
                                                        new SettingAt(
                                                                each,
                                                                List.of(block.name().text(), key),
                                                                Optional.empty()))
                                        .stream());
    }

    private static Stream<SettingAt> inVm(Directive.Vm vm, Question question) {
        String name = vm.name().text();
        int disks = 0;
        int nics = 0;
        for (Directive.InVm each : vm.options()) {
            boolean here = question.isIn(each.span());
            if (here && each instanceof Directive.Disk) {
                List<String> words = List.of(name, "disks", String.valueOf(disks));
                return Stream.of(new SettingAt(each, words, Optional.empty()));
            }
            if (here && each instanceof Directive.Interface nic) {
                return Stream.of(inInterface(name, nics, nic, question));
            }
            if (here) {
                return key(each).stream()
                        .map(key -> new SettingAt(each, List.of(name, key), Optional.empty()));
            }
            disks += each instanceof Directive.Disk ? 1 : 0;
            nics += each instanceof Directive.Interface ? 1 : 0;
        }
        return Stream.of();
    }

    private static SettingAt inInterface(
            String vm, int index, Directive.Interface nic, Question question) {
        List<String> words = new ArrayList<>(List.of(vm, "interfaces", String.valueOf(index)));
        Optional<Directive.InInterface> option =
                nic.options().stream().filter(each -> question.isIn(each.span())).findFirst();
        option.flatMap(SettingAt::key).ifPresent(words::add);
        return new SettingAt(
                option.<Directive>map(each -> each).orElse(nic),
                List.copyOf(words),
                Optional.of(index));
    }

    /// The key of a plan that a directive sets.
    private static Optional<String> key(Directive directive) {
        return Optional.ofNullable(
                switch (directive) {
                    case Directive.Memory _ -> "memory";
                    case Directive.Cdrom _ -> "cdrom";
                    case Directive.Boot _, Directive.Kernel _ -> "boot.image";
                    case Directive.BootDevice _ -> "boot.device";
                    case Directive.Firmware _ -> "boot.firmware";
                    case Directive.Efivars _ -> "boot.efivars";
                    case Directive.Owner _ -> "owner";
                    case Directive.Cpus _ -> "cpus";
                    case Directive.Interfaces _ -> "interfaces";
                    case Directive.Enable _, Directive.Disable _ -> "enabled";
                    case Directive.Sev _ -> "sev";
                    case Directive.Seves _ -> "seves";
                    case Directive.AllowInstance _ -> "allow-instance";
                    case Directive.SwitchInterface _ -> "interface";
                    case Directive.Group _ -> "group";
                    case Directive.Rdomain _ -> "rdomain";
                    case Directive.LockedLladdr _ -> "locked-lladdr";
                    case Directive.Up _, Directive.Down _ -> "up";
                    case Directive.InterfaceSwitch _ -> "switch";
                    case Directive.Lladdr _ -> "lladdr";
                    default -> null;
                });
    }
}
