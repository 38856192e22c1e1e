package vmconf.compiler.vmd;

import java.util.Locale;
import java.util.Set;
import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.MemorySize;
import vmconf.grammar.VmConf;

/// `vm` blocks.
final class VmJudge {
    private static final int MOST_DISKS = 4;
    private static final int MOST_INTERFACES = 4;
    private static final int MAX_PATH = 1023;

    private final Lookahead ahead;
    private final Report report;
    private final Host host;
    private final InterfaceJudge interfaces;

    /// A `boot` path outlives the block that fails behind it.
    private boolean kernel;

    private int disks;
    private long interfacesAsked;
    private boolean cdrom;
    private boolean memory;

    VmJudge(Lookahead ahead, Report report, Host host) {
        this.ahead = ahead;
        this.report = report;
        this.host = host;
        this.interfaces = new InterfaceJudge(ahead, report);
    }

    void block() throws Restart {
        ahead.accept();
        header();
        Block.read(ahead, this::option);
        kernel = false;
    }

    private void header() throws Restart {
        String name = Strings.joined(ahead);
        if (ahead.peek() == VmConf.INSTANCE) {
            ahead.accept();
            String parent = name;
            name = Strings.joined(ahead);
            startBlock();
            if (HostNames.tooLong(parent, HostNames.MAX_NAME).isPresent()) {
                report.error("vm " + parent + " name too long");
                throw Restart.refused();
            }
        } else {
            ahead.require(Set.of(VmConf.OPEN));
            startBlock();
        }
        if (HostNames.tooLong(name, HostNames.MAX_NAME).isPresent()) {
            report.error("vm name too long");
            throw Restart.refused();
        }
    }

    private void startBlock() {
        disks = 0;
        interfacesAsked = 0;
        cdrom = false;
        memory = false;
        interfaces.startBlock();
    }

    private void option() throws Restart {
        switch (ahead.peek()) {
            case VmConf.ENABLE, VmConf.DISABLE, VmConf.SEV, VmConf.SEVES -> ahead.accept();
            case VmConf.DISK -> disk();
            case VmConf.LOCAL, VmConf.INTERFACE -> interfaces.option();
            case VmConf.BOOT -> boot();
            case VmConf.CDROM -> cdrom();
            case VmConf.INTERFACES -> count();
            case VmConf.MEMORY -> memory();
            case VmConf.OWNER -> {
                ahead.accept();
                Strings.owner(ahead, report, host);
            }
            case VmConf.ALLOW -> allow();
            default -> throw Restart.syntax();
        }
    }

    private void disk() throws Restart {
        ahead.accept();
        String path = Strings.joined(ahead);
        if (ahead.peek() == VmConf.FORMAT) {
            ahead.accept();
            String format = Strings.joined(ahead);
            String word = format.toLowerCase(Locale.ROOT);
            if (!word.equals("raw") && !word.equals("qcow2")) {
                report.error("unrecognized disk format " + format);
                throw Restart.refused();
            }
        }
        ahead.require(Tokens.AFTER_VM_OPTION);
        if (!usableDisk(path)) {
            report.error("failed to parse disks: " + path);
            throw Restart.refused();
        }
        disks++;
    }

    private boolean usableDisk(String path) {
        if (disks >= MOST_DISKS) {
            report.log("too many disks");
            return false;
        }
        if (host.realpath(path) instanceof Host.Resolved.Failed(var reason)) {
            report.log("disk " + path + ": " + reason);
            return false;
        }
        return true;
    }

    private void boot() throws Restart {
        ahead.accept();
        if (ahead.peek() == VmConf.DEVICE) {
            ahead.accept();
            ahead.require(Set.of(VmConf.CDROM, VmConf.DISK, VmConf.NET));
            ahead.accept();
            return;
        }
        String path = Strings.joined(ahead);
        if (kernel) {
            report.error("kernel specified more than once");
            throw Restart.refused();
        }
        if (host.realpath(path) instanceof Host.Resolved.Failed(var reason)) {
            report.error("kernel path not found: " + reason);
            throw Restart.refused();
        }
        kernel = true;
    }

    private void cdrom() throws Restart {
        ahead.accept();
        String path = Strings.joined(ahead);
        if (cdrom) {
            report.error("cdrom specified more than once");
            throw Restart.refused();
        }
        if (HostNames.tooLong(path, MAX_PATH).isPresent()) {
            report.error("cdrom name too long");
            throw Restart.refused();
        }
        cdrom = !path.isEmpty();
    }

    private void count() throws Restart {
        ahead.accept();
        long number = Long.parseLong(ahead.accept(VmConf.INT));
        if (interfacesAsked != 0) {
            report.error("interfaces specified more than once");
            throw Restart.refused();
        }
        if (number < 0 || number > MOST_INTERFACES) {
            report.error("too many interfaces: " + number);
            throw Restart.refused();
        }
        interfacesAsked = number;
    }

    private void memory() throws Restart {
        ahead.accept();
        boolean number = ahead.peek() == VmConf.INT;
        String size = number ? ahead.accept() : ahead.accept(VmConf.WORD);
        if (memory) {
            report.error((number ? "memory" : "argument") + " specified more than once");
            throw Restart.refused();
        }
        var scanned =
                number ? new MemorySize.Scan.Bytes(Long.parseLong(size)) : MemorySize.scan(size);
        String refusal =
                switch (scanned) {
                    case MemorySize.Scan.Invalid _ ->
                            "invalid memory size: " + size + ": Invalid argument";
                    case MemorySize.Scan.TooLarge _ ->
                            "invalid memory size: " + size + ": Result too large";
                    case MemorySize.Scan.Bytes(var bytes) when bytes < MemorySize.SMALLEST ->
                            "memory size must be at least 1MB";
                    case MemorySize.Scan.Bytes(var bytes) when bytes > MemorySize.LARGEST ->
                            "memory size too large (limit is 128G)";
                    case MemorySize.Scan.Bytes _ -> "";
                };
        if (!refusal.isEmpty()) {
            report.log(refusal);
            report.error("failed to parse size: " + (number ? "" + Long.parseLong(size) : size));
            throw Restart.refused();
        }
        memory = true;
    }

    private void allow() throws Restart {
        ahead.accept();
        ahead.accept(VmConf.INSTANCE);
        if (ahead.peek() != VmConf.OPEN) {
            flag();
            return;
        }
        ahead.accept();
        ahead.skipNewlines();
        flag();
        while (ahead.peek() != VmConf.CLOSE) {
            boolean comma = ahead.peek() == VmConf.COMMA;
            if (comma) {
                ahead.accept();
            } else {
                ahead.accept(VmConf.NL);
            }
            ahead.skipNewlines();
            if (comma || ahead.peek() != VmConf.CLOSE) {
                flag();
            }
        }
        ahead.accept();
    }

    private void flag() throws Restart {
        switch (ahead.peek()) {
            case VmConf.BOOT,
                    VmConf.MEMORY,
                    VmConf.INTERFACE,
                    VmConf.DISK,
                    VmConf.CDROM,
                    VmConf.INSTANCE ->
                    ahead.accept();
            case VmConf.OWNER -> {
                ahead.accept();
                Strings.owner(ahead, report, host);
            }
            default -> throw Restart.syntax();
        }
    }
}
