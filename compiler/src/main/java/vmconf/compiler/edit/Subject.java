package vmconf.compiler.edit;

import vmconf.compiler.syntax.Place;

/// What an edit is about.
sealed interface Subject {
    /// A virtual machine.
    record VmNamed(String name) implements Subject {}

    /// A switch.
    record SwitchNamed(String name) implements Subject {}

    /// The settings outside of blocks.
    record Settings() implements Subject {}

    /// A macro.
    record MacroNamed(String name) implements Subject {}

    /// Takes what the words begin with. They read like vm.conf: `switch NAME`, `local prefix`, or
    /// `NAME =`; any other word is the name of a VM, and `vm NAME` always is.
    static Step<Subject> read(Given given) {
        if (given.isEmpty()) {
            return Step.refuse("nothing is named", "name a VM and a setting: web memory 2G");
        }
        if (given.ahead(1).equals("=")) {
            Subject macro = new MacroNamed(given.take());
            given.skip(1);
            return Step.of(macro);
        }
        boolean named = given.left() > 1;
        if (named && given.take("vm")) {
            return Step.of(new VmNamed(given.take()));
        }
        if (named && given.take("switch")) {
            return Step.of(new SwitchNamed(given.take()));
        }
        boolean setting =
                Form.in(Place.GLOBAL).stream()
                        .anyMatch(each -> each.words().getFirst().equals(given.ahead(0)));
        return Step.of(setting ? new Settings() : new VmNamed(given.take()));
    }
}
