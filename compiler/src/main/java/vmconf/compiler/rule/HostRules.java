package vmconf.compiler.rule;

import java.util.List;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.host.HostFacts;

/// The rules that look at the host; only with `--host`.
final class HostRules {
    private HostRules() {}

    static List<Rule> of(HostFacts host) {
        return List.of(
                new MissingImage(host),
                new SpecialImage(host),
                new WrongFormat(host),
                new BrokenBackingChain(host),
                new SameImage(host),
                new UnknownAccount(host),
                new MissingBridge(host),
                new TooMuchMemory(host),
                new TooLittleSpace(host),
                new NoKvm(host));
    }

    static List<RuleInfo> infos() {
        return List.of(
                MissingImage.INFO,
                SpecialImage.INFO,
                WrongFormat.INFO,
                BrokenBackingChain.INFO,
                SameImage.INFO,
                UnknownAccount.INFO,
                MissingBridge.INFO,
                TooMuchMemory.INFO,
                TooLittleSpace.INFO,
                NoKvm.INFO);
    }
}
