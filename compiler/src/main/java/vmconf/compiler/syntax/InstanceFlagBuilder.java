package vmconf.compiler.syntax;

import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The flags of `allow instance` from what the parser found.
final class InstanceFlagBuilder extends DirectiveBuilder<Directive.InInstanceFlag> {
    @Override
    Directive.InInstanceFlag broken(Span span) {
        return new Directive.Broken(span);
    }

    @Override
    public Directive.InInstanceFlag visitAllowBoot(VmConf.AllowBootContext boot) {
        return new Directive.AllowBoot(Spans.of(boot));
    }

    @Override
    public Directive.InInstanceFlag visitAllowMemory(VmConf.AllowMemoryContext memory) {
        return new Directive.AllowMemory(Spans.of(memory));
    }

    @Override
    public Directive.InInstanceFlag visitAllowInterface(VmConf.AllowInterfaceContext nic) {
        return new Directive.AllowInterface(Spans.of(nic));
    }

    @Override
    public Directive.InInstanceFlag visitAllowDisk(VmConf.AllowDiskContext disk) {
        return new Directive.AllowDisk(Spans.of(disk));
    }

    @Override
    public Directive.InInstanceFlag visitAllowCdrom(VmConf.AllowCdromContext cdrom) {
        return new Directive.AllowCdrom(Spans.of(cdrom));
    }

    @Override
    public Directive.InInstanceFlag visitAllowInstances(VmConf.AllowInstancesContext instances) {
        return new Directive.AllowInstances(Spans.of(instances));
    }

    @Override
    public Directive.InInstanceFlag visitAllowOwner(VmConf.AllowOwnerContext owner) {
        return new Directive.AllowOwner(Spans.of(owner), Words.account(owner.user, owner));
    }
}
