package vmconf.compiler.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.Config;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.syntax.SyntaxProblem;

/// Every rule, listed by hand below what it is about.
///
/// Where a file has nothing of that, [Topics] leaves the list out. So the lists are made when they
/// are asked for: no class of a rule is loaded for a file that cannot break it.
public final class Rules {
    /// Most findings of one rule that are kept; nobody reads more, and memory is bounded.
    public static final int MOST = 10_000;

    private Rules() {}

    /// All rules, in the order of their codes.
    static List<Rule> all() {
        return Stream.of(
                        ofProblems(),
                        ofTraps(),
                        ofRemarks(),
                        ofMacros(),
                        ofReferences(),
                        ofIncludes(),
                        ofSettings(),
                        ofLinks(),
                        ofSwitches(),
                        ofInterfaces(),
                        ofAddresses(),
                        ofInstances(),
                        ofMachines(),
                        ofSpecialMachines(),
                        ofMemory(),
                        ofOwners(),
                        ofReleases())
                .<Rule>flatMap(List::stream)
                .sorted(Comparator.comparing(rule -> rule.info().code()))
                .toList();
    }

    /// What the parser could not read.
    static List<Rule> ofProblems() {
        return Stream.concat(SyntaxRules.ALL.stream(), Stream.of(new UndefinedMacro())).toList();
    }

    /// Text that does not read as it looks.
    static List<Rule> ofTraps() {
        return List.of(
                new ContinuedComment(),
                new ControlCharacter(),
                new JoinedWords(),
                new KeptBackslash(),
                new StringOverLines());
    }

    static List<Rule> ofRemarks() {
        return List.of(new InvalidRemark());
    }

    static List<Rule> ofMacros() {
        return List.of(
                new UnusedMacro(),
                new InvalidMacroName(),
                new ReplacedMacro(),
                new OverriddenMacro(),
                new UnusableMacroName());
    }

    /// References to macros that are not expanded.
    static List<Rule> ofReferences() {
        return List.of(new QuotedReference(), new NestedMacro(), new StuckReference());
    }

    static List<Rule> ofIncludes() {
        return List.of(new UnreadableInclude(), new IncludeCycle(), new RepeatedInclude());
    }

    /// What is set at the top level.
    static List<Rule> ofSettings() {
        return List.of(
                new InvalidLocalPrefix(),
                new PublicLocalPrefix(),
                new InvalidAgentx(),
                new DeadSetting(),
                new StartsNothing());
    }

    /// Switches and interfaces alike.
    static List<Rule> ofLinks() {
        return List.of(new InvalidInterfaceName(), new RepeatedOption(), new ValueOfOtherRelease());
    }

    static List<Rule> ofSwitches() {
        return List.of(
                new SwitchWithoutInterface(),
                new UnnamedSwitch(),
                new RepeatedSwitch(),
                new SharedBridge(),
                new LateSwitch(),
                new UnusedSwitch(),
                new DisabledSwitch(),
                new InheritedRdomain());
    }

    static List<Rule> ofInterfaces() {
        return List.of(
                new UndefinedSwitch(),
                new SwitchAsInterface(),
                new RepeatedTap(),
                new UnconnectedInterface(),
                new LocalInterfaceOnSwitch(),
                new LocalAddressOverflow());
    }

    /// MAC addresses.
    static List<Rule> ofAddresses() {
        return List.of(
                new InvalidMacAddress(),
                new MulticastMacAddress(),
                new ZeroMacAddress(),
                new RepeatedMacAddress(),
                new InstanceMacAddress());
    }

    static List<Rule> ofInstances() {
        return List.of(
                new UnknownParent(),
                new NamedParentInterface(),
                new InheritedMacAddress(),
                new ParentDisk(),
                new InstanceOwner(),
                new InstancePermissions(),
                new BareInstance(),
                new TemplateWithoutDisk());
    }

    /// What machines are made of, their names and their paths.
    static List<Rule> ofMachines() {
        return List.of(
                new DuplicateVm(),
                new InvalidName(),
                new NumericName(),
                new DigitFirst(),
                new KeywordAsName(),
                new NamesAlike(),
                new RepeatedDirective(),
                new DeadOption(),
                new TooManyDisks(),
                new TooManyInterfaces(),
                new NoDevices(),
                new NothingToBoot(),
                new SharedDisk(),
                new DiskTwice(),
                new InvalidPath(),
                new HomeInPath(),
                new RelativePath(),
                new BlankAtEdge(),
                new UnknownWord(),
                new FormatAgainstName(),
                new UnlikelyMedium());
    }

    /// Options that few machines have.
    static List<Rule> ofSpecialMachines() {
        return List.of(
                new InstallerLeft(),
                new MissingBootDevice(),
                new EfivarsWithoutUefi(),
                new SevBesideSeves(),
                new InterfaceCount(),
                new ValueOutOfRange());
    }

    static List<Rule> ofMemory() {
        return List.of(new InvalidMemorySize(), new RoundedMemory());
    }

    static List<Rule> ofOwners() {
        return List.of(new PlaceholderOwner(), new NumericOwner());
    }

    static List<Rule> ofReleases() {
        return List.of(new NewerThanTarget(), new RemovedBeforeTarget());
    }

    /// All findings about a Config, in the order in which its text is read.
    public static List<Diagnostic> check(Config config, RuleSettings settings) {
        return RuleRun.findings(config, settings, List.of());
    }

    /// The same, with what the host has to say to it.
    public static List<Diagnostic> check(Config config, RuleSettings settings, HostFacts host) {
        return RuleRun.findings(config, settings, HostRules.of(host));
    }

    /// What the rules about the form of the text say of problems, in their order. That a macro is
    /// not defined is none of them.
    public static List<Diagnostic> ofForm(List<SyntaxProblem> problems) {
        return problems.stream().map(SyntaxRules::diagnostic).toList();
    }

    /// What there is to tell about every rule, in the order of their codes.
    public static List<RuleInfo> infos() {
        return Stream.of(
                        all().stream().map(Rule::info),
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
