package vmconf.grammar.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStartState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import vmconf.grammar.VmConf;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;
import vmconf.grammar.schema.SchemaReader;

/// The build step that fails when `VmConf.g4` and `vmconf.schema.yaml` disagree.
///
/// Each alternative of a rule that stands for a place must have the keywords of exactly one entry
/// of that place, and each entry one alternative with its own label.
public final class Agreement {
    /// Rules that stand for a place. Their alternatives are directives.
    private static final Map<Integer, String> PLACES =
            Map.of(
                    VmConf.RULE_statement, "file",
                    VmConf.RULE_global, "global",
                    VmConf.RULE_switchOption, "switch",
                    VmConf.RULE_vmOption, "vm",
                    VmConf.RULE_interfaceOption, "interface",
                    VmConf.RULE_agentxOption, "agentx",
                    VmConf.RULE_instanceFlag, "instance-flag");

    private final Schema schema;
    private final List<String> problems = new ArrayList<>();

    Agreement(Schema schema) {
        this.schema = schema;
    }

    /// Prints each disagreement on a line of its own and exits 1 when there is one.
    public static void main(String[] args) {
        Schema schema = SchemaReader.read(Vocabulary.keywords()::contains);
        List<String> problems = new Agreement(schema).problems();
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.exit(1);
        }
    }

    /// Every disagreement, as a sentence.
    List<String> problems() {
        PLACES.forEach(this::comparePlace);
        schema.reserved().keySet().stream()
                .filter(this::isUsed)
                .forEach(word -> problems.add("reserved word \"" + word + "\" has a directive"));
        schema.directives().forEach(this::requireLabels);
        return List.copyOf(problems);
    }

    /// A directive of the newest release has that keyword.
    private boolean isUsed(String word) {
        return schema.directives().stream()
                .filter(entry -> entry.lifetime().until().isEmpty())
                .anyMatch(entry -> entry.keywords().contains(word));
    }

    private void comparePlace(int rule, String place) {
        Map<Set<String>, String> entries = new LinkedHashMap<>();
        for (Entry entry : schema.in(place)) {
            String other = entries.put(new TreeSet<>(entry.keywords()), entry.name());
            if (other != null) {
                problems.add("schema: " + other + " and " + entry.name() + " have one form");
            }
        }
        String name = VmConf.ruleNames[rule];
        for (Set<String> alternative : alternatives(rule)) {
            if (entries.remove(alternative) == null) {
                problems.add("rule %s: no entry in the schema for %s".formatted(name, alternative));
            }
        }
        entries.forEach(
                (words, entry) ->
                        problems.add(
                                "rule %s: no alternative for %s %s".formatted(name, entry, words)));
    }

    private void requireLabels(Entry entry) {
        for (String place : entry.in()) {
            String name = entry.in().size() == 1 ? entry.name() : place + "-" + entry.name();
            String context = VmConf.class.getName() + "$" + Names.type(name) + "Context";
            try {
                Class.forName(context, false, Agreement.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                problems.add("VmConf.g4 has no label \"" + Names.member(name) + "\"");
            }
        }
    }

    /// The keywords of each alternative of a rule, leaving out those of other places below it.
    private static List<Set<String>> alternatives(int rule) {
        ATN atn = VmConf._ATN;
        RuleStartState start = atn.ruleToStartState[rule];
        ATNState decision = start.transition(0).target;
        List<Set<String>> alternatives = new ArrayList<>();
        for (Transition alternative : decision.getTransitions()) {
            Set<String> keywords = new TreeSet<>();
            collect(alternative.target, keywords, new HashSet<>());
            alternatives.add(keywords);
        }
        return alternatives;
    }

    private static void collect(ATNState state, Set<String> keywords, Set<ATNState> seen) {
        if (state instanceof RuleStopState || !seen.add(state)) {
            return;
        }
        for (Transition transition : state.getTransitions()) {
            if (transition instanceof RuleTransition call) {
                if (!PLACES.containsKey(call.target.ruleIndex)) {
                    collect(call.target, keywords, seen);
                }
                collect(call.followState, keywords, seen);
                continue;
            }
            IntervalSet label = transition.label();
            if (label != null) {
                label.toList().forEach(type -> Vocabulary.keyword(type).ifPresent(keywords::add));
            }
            collect(transition.target, keywords, seen);
        }
    }
}
