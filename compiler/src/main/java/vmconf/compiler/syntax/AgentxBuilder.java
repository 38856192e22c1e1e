package vmconf.compiler.syntax;

import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The options of `agentx` from what the parser found.
final class AgentxBuilder extends DirectiveBuilder<Directive.InAgentx> {
    @Override
    Directive.InAgentx broken(Span span) {
        return new Directive.Broken(span);
    }

    @Override
    public Directive.InAgentx visitContext(VmConf.ContextContext context) {
        return new Directive.Context(Spans.of(context), Words.of(context.name, context));
    }

    @Override
    public Directive.InAgentx visitPath(VmConf.PathContext path) {
        return new Directive.Path(Spans.of(path), Words.of(path.file, path));
    }
}
