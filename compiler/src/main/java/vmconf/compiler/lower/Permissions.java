package vmconf.compiler.lower;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.lower.Settings.Written;
import vmconf.compiler.syntax.Directive;
import vmconf.plan.InstanceFlag;
import vmconf.plan.InstancePermission;
import vmconf.plan.Owner;
import vmconf.plan.Vm;

/// Who may control a VM, and who may make instances of it.
///
/// @param asVmd what an instance takes over is what OpenBSD's vmd gives it (`vmconf-language`
/// section 6, 7 and 8), not what vm.conf(5) says
record Permissions(boolean asVmd) {
    /// The number that stands for no group in vmd, read as a user's number.
    private static final String NO_GROUP = "4294967295";

    Owner owner(Settings settings) {
        if (asVmd && settings.parent().isPresent()) {
            settings.trace().at("owner").inherited(settings.parent().get());
            return settings.parent().get().owner();
        }
        return settings.orParents(
                        "owner",
                        Directive.Owner.class,
                        each -> new Written<>(Owners.of(each.owner()), each.owner().span()),
                        vm -> Optional.of(vm.owner()))
                .orElse(Owner.ROOT);
    }

    /// An instance takes over its parent's permissions where those allow instances of instances.
    InstancePermission allowInstance(Settings settings) {
        Trace trace = settings.trace().at("allow-instance");
        List<Directive.InInstanceFlag> written = written(settings);
        Optional<Directive.AllowInstance> last =
                Blocks.last(settings.options(), Directive.AllowInstance.class);
        boolean decides = settings.parent().isPresent() && (asVmd || written.isEmpty());
        if (decides) {
            return inherited(settings.parent().get(), trace);
        }
        trace.writtenOr(last.map(Directive::span), Directive.AllowInstance.class);
        return new InstancePermission(
                written.stream().flatMap(each -> flag(each).stream()).distinct().sorted().toList(),
                Blocks.last(written, Directive.AllowOwner.class)
                        .map(each -> Owners.of(each.owner())));
    }

    private static List<Directive.InInstanceFlag> written(Settings settings) {
        return settings.options().stream()
                .filter(Directive.AllowInstance.class::isInstance)
                .map(Directive.AllowInstance.class::cast)
                .flatMap(each -> each.flags().stream())
                .toList();
    }

    private InstancePermission inherited(Vm parent, Trace trace) {
        if (!parent.allowInstance().flags().contains(InstanceFlag.INSTANCE)) {
            trace.standard("the parent does not allow instances of its instances");
            return InstancePermission.NONE;
        }
        trace.inherited(parent);
        return asVmd ? mixedUp(parent.allowInstance()) : parent.allowInstance();
    }

    /// vmd takes the number of the owner's group for that of the user. A group that has a name
    /// gives its name to the user here, as its number is known on the host alone.
    private static InstancePermission mixedUp(InstancePermission parents) {
        Optional<String> group = parents.owner().flatMap(Owner::group);
        String user = group.orElse(parents.owner().isPresent() ? NO_GROUP : Owner.ROOT.user());
        return new InstancePermission(parents.flags(), Optional.of(new Owner(user, group)));
    }

    private static Optional<InstanceFlag> flag(Directive.InInstanceFlag flag) {
        return switch (flag) {
            case Directive.AllowBoot _ -> Optional.of(InstanceFlag.BOOT);
            case Directive.AllowMemory _ -> Optional.of(InstanceFlag.MEMORY);
            case Directive.AllowInterface _ -> Optional.of(InstanceFlag.INTERFACE);
            case Directive.AllowDisk _ -> Optional.of(InstanceFlag.DISK);
            case Directive.AllowCdrom _ -> Optional.of(InstanceFlag.CDROM);
            case Directive.AllowInstances _ -> Optional.of(InstanceFlag.INSTANCE);
            case Directive.AllowOwner _, Directive.Broken _ -> Optional.empty();
        };
    }
}
