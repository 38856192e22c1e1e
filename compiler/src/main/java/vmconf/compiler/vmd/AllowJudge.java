package vmconf.compiler.vmd;

import vmconf.grammar.VmConf;

/// `allow instance` in a `vm` block.
final class AllowJudge {
    private final Lookahead ahead;
    private final Report report;
    private final Host host;

    AllowJudge(Lookahead ahead, Report report, Host host) {
        this.ahead = ahead;
        this.report = report;
        this.host = host;
    }

    void option(VmDraft vm) throws Restart {
        ahead.accept();
        ahead.accept(VmConf.INSTANCE);
        if (ahead.peek() != VmConf.OPEN) {
            flag(vm);
            return;
        }
        ahead.accept();
        ahead.skipNewlines();
        flag(vm);
        while (ahead.peek() != VmConf.CLOSE) {
            boolean comma = ahead.peek() == VmConf.COMMA;
            if (comma) {
                ahead.accept();
            } else {
                ahead.accept(VmConf.NL);
            }
            ahead.skipNewlines();
            if (comma || ahead.peek() != VmConf.CLOSE) {
                flag(vm);
            }
        }
        ahead.accept();
    }

    private void flag(VmDraft vm) throws Restart {
        switch (ahead.peek()) {
            case VmConf.BOOT -> allow(vm, InstanceRights.Flag.BOOT);
            case VmConf.MEMORY -> allow(vm, InstanceRights.Flag.MEMORY);
            case VmConf.INTERFACE -> allow(vm, InstanceRights.Flag.INTERFACE);
            case VmConf.DISK -> allow(vm, InstanceRights.Flag.DISK);
            case VmConf.CDROM -> allow(vm, InstanceRights.Flag.CDROM);
            case VmConf.INSTANCE -> allow(vm, InstanceRights.Flag.INSTANCE);
            case VmConf.OWNER -> {
                ahead.accept();
                vm.allowOwner(Strings.owner(ahead, report, host));
            }
            default -> throw Restart.syntax();
        }
    }

    private void allow(VmDraft vm, InstanceRights.Flag flag) {
        ahead.accept();
        vm.allow(flag);
    }
}
