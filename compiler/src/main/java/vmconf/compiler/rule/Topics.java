package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// What a file is about, as far as that tells which rules it can break.
final class Topics {
    private final Config config;
    private final List<Rule> rules = new ArrayList<>();

    private Topics(Config config) {
        this.config = config;
    }

    /// The rules that a file can break; each of the others finds nothing in it.
    static List<Rule> rules(Config config) {
        Topics topics = new Topics(config);
        topics.addForText();
        topics.addForLinks();
        topics.addForMachines();
        return topics.rules;
    }

    private void addForText() {
        if (!config.problems().isEmpty()) {
            rules.addAll(Rules.ofProblems());
        }
        if (!config.traps().isEmpty()) {
            rules.addAll(Rules.ofTraps());
        }
        if (!config.remarks().isEmpty()) {
            rules.addAll(Rules.ofRemarks());
        }
        if (!config.macros().isEmpty() || config.has(Directive.Macro.class)) {
            rules.addAll(Rules.ofMacros());
        }
        if (!config.literalReferences().isEmpty()) {
            rules.addAll(Rules.ofReferences());
        }
        if (!config.includes().isEmpty()) {
            rules.addAll(Rules.ofIncludes());
        }
        if (!Misfit.isRuledOut(config)) {
            rules.addAll(Rules.ofReleases());
        }
    }

    private void addForLinks() {
        boolean switches = config.has(Directive.Switch.class);
        boolean interfaces = config.has(Directive.Interface.class);
        if (switches || interfaces || config.target().isOlder()) {
            rules.addAll(Rules.ofLinks());
        }
        if (switches) {
            rules.addAll(Rules.ofSwitches());
        }
        if (interfaces) {
            rules.addAll(Rules.ofInterfaces());
        }
        if (config.has(Directive.Lladdr.class)) {
            rules.addAll(Rules.ofAddresses());
        }
    }

    private void addForMachines() {
        rules.addAll(Rules.ofMachines());
        if (hasSettings()) {
            rules.addAll(Rules.ofSettings());
        }
        if (hasInstances()) {
            rules.addAll(Rules.ofInstances());
        }
        if (hasSpecialMachines()) {
            rules.addAll(Rules.ofSpecialMachines());
        }
        if (config.has(Directive.Memory.class)) {
            rules.addAll(Rules.ofMemory());
        }
        if (hasOwners()) {
            rules.addAll(Rules.ofOwners());
        }
    }

    private boolean hasSettings() {
        return config.has(Directive.LocalPrefix.class)
                || config.has(Directive.LocalInet6.class)
                || config.has(Directive.Agentx.class)
                || config.has(Directive.SocketOwner.class)
                || config.has(Directive.StaggeredStart.class);
    }

    /// Also of parents that do not exist.
    private boolean hasInstances() {
        for (Directive.Vm vm : config.vms().toList()) {
            if (vm.parent().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSpecialMachines() {
        return config.has(Directive.Cdrom.class)
                || config.has(Directive.BootDevice.class)
                || config.has(Directive.Efivars.class)
                || config.has(Directive.Seves.class)
                || config.has(Directive.Interfaces.class)
                || config.has(Directive.Cpus.class)
                || config.has(Directive.Rdomain.class);
    }

    private boolean hasOwners() {
        return config.has(Directive.Owner.class)
                || config.has(Directive.SocketOwner.class)
                || config.has(Directive.AllowInstance.class);
    }
}
