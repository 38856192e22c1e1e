package vmconf.compiler.export.pacemaker;

import vmconf.compiler.export.xml.Xml;
import vmconf.plan.Vm;

/// What elements of a CIB are called. All of it has to be unique there: what belongs to machines
/// begins with `vm-`, everything else of ours with `vm.`, and the first hyphen ends what is not a
/// name.
final class Ids {
    private Ids() {}

    /// Of a machine, for Pacemaker's commands.
    static String resource(Vm vm) {
        return "vm-" + vm.name();
    }

    /// Of something that belongs to a machine.
    ///
    /// @param what it is, without hyphens
    static String part(String what, Vm vm) {
        return "vm." + what + "-" + vm.name();
    }

    static Xml pair(String id, String name, String value) {
        return Xml.element("nvpair").with("id", id).with("name", name).with("value", value);
    }

    /// A pair of a machine.
    static Xml pair(Vm vm, String name, String value) {
        return pair(part(name.replace('-', '_'), vm), name, value);
    }
}
