package vmconf.compiler.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;

/// Every rule, listed by hand.
public final class Rules {
    private static final List<Rule> SEMANTIC =
            List.of(
                    new UnusedMacro(),
                    new UnreadableInclude(),
                    new IncludeCycle(),
                    new InvalidMacroName(),
                    new UndefinedSwitch(),
                    new DuplicateVm(),
                    new UnknownParent(),
                    new SwitchWithoutInterface(),
                    new InvalidMemorySize(),
                    new ValueOutOfRange(),
                    new InvalidMacAddress(),
                    new InvalidLocalPrefix(),
                    new InvalidName(),
                    new InvalidInterfaceName(),
                    new UnknownWord(),
                    new InvalidAgentx(),
                    new InvalidPath(),
                    new RepeatedDirective(),
                    new TooManyDisks(),
                    new TooManyInterfaces(),
                    new LocalAddressOverflow(),
                    new NewerThanTarget(),
                    new RemovedBeforeTarget(),
                    new ValueOfOtherRelease(),
                    new InvalidRemark(),
                    // Macros, includes, instances and switches.
                    new ReplacedMacro(),
                    new OverriddenMacro(),
                    new UnusableMacroName(),
                    new QuotedReference(),
                    new RepeatedInclude(),
                    new NestedMacro(),
                    new StuckReference(),
                    new SwitchAsInterface(),
                    new MulticastMacAddress(),
                    new ZeroMacAddress(),
                    new RepeatedMacAddress(),
                    new NamedParentInterface(),
                    new InstanceOwner(),
                    new InstanceMacAddress(),
                    new InheritedMacAddress(),
                    new ParentDisk(),
                    new InstancePermissions(),
                    new BareInstance(),
                    new LateSwitch(),
                    new RepeatedSwitch(),
                    new InheritedRdomain(),
                    new SharedBridge(),
                    new UnusedSwitch(),
                    new RepeatedTap(),
                    new InterfaceCount(),
                    new UnconnectedInterface(),
                    new LocalInterfaceOnSwitch(),
                    new UnnamedSwitch(),
                    new RepeatedOption(),
                    // What machines are made of.
                    new NoDevices(),
                    new NothingToBoot(),
                    new TemplateWithoutDisk(),
                    new SharedDisk(),
                    new DiskTwice(),
                    new InstallerLeft(),
                    new EfivarsWithoutUefi(),
                    new SevBesideSeves(),
                    new MissingBootDevice(),
                    new StartsNothing(),
                    new DeadOption(),
                    new DisabledSwitch(),
                    new DeadSetting(),
                    new PlaceholderOwner(),
                    new NumericOwner(),
                    // Values and names.
                    new HomeInPath(),
                    new RelativePath(),
                    new NumericName(),
                    new DigitFirst(),
                    new KeywordAsName(),
                    new NamesAlike(),
                    new RoundedMemory(),
                    new FormatAgainstName(),
                    new UnlikelyMedium(),
                    new BlankAtEdge(),
                    new PublicLocalPrefix(),
                    // Text that does not read as it looks.
                    new ContinuedComment(),
                    new ControlCharacter(),
                    new JoinedWords(),
                    new KeptBackslash(),
                    new StringOverLines());

    /// All rules, in the order of their codes.
    public static final List<Rule> ALL =
            Stream.concat(SyntaxRules.ALL.stream(), SEMANTIC.stream())
                    .sorted((one, other) -> one.info().code().compareTo(other.info().code()))
                    .toList();

    /// Most findings of one rule that are kept; nobody reads more, and memory is bounded.
    public static final int MOST = 10_000;

    private Rules() {}

    /// All findings about a Config, in the order in which its text is read.
    public static List<Diagnostic> check(Config config, RuleSettings settings) {
        return RuleRun.findings(config, settings, List.of());
    }

    /// The same, with what the host has to say to it.
    public static List<Diagnostic> check(Config config, RuleSettings settings, HostFacts host) {
        return RuleRun.findings(config, settings, HostRules.of(host));
    }

    /// What there is to tell about every rule, in the order of their codes.
    public static List<RuleInfo> infos() {
        return Stream.of(
                        ALL.stream().map(Rule::info),
                        HostRules.infos().stream(),
                        Stream.of(Allowances.UNUSED))
                .flatMap(infos -> infos)
                .sorted(Comparator.comparing(RuleInfo::code))
                .toList();
    }

    /// The rule of that code.
    public static Optional<RuleInfo> explain(String code) {
        return infos().stream().filter(info -> info.code().equalsIgnoreCase(code)).findFirst();
    }
}
