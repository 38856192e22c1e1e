package vmconf.compiler.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;

/// Walks the grammar's state machine along tokens and knows every place it may have reached.
///
/// The parser commits itself to one alternative when it decides, which may be before the caret;
/// the walk keeps all of them, each with the rules it is in. The grammar has no recursion, so there
/// are few.
final class GrammarWalk {
    private static final int MAX_TYPE = VmConf._ATN.maxTokenType;

    /// A rule that has been entered.
    ///
    /// @param rule its index in the grammar
    /// @param first index of the token it starts with
    /// @param follow where its caller goes on
    /// @param caller the rule that entered it; none for `line`
    record Frame(int rule, int first, @Nullable ATNState follow, @Nullable Frame caller) {

        /// The rule that entered this one, if it is the one asked for.
        boolean calledFrom(int other) {
            return caller != null && caller.rule == other;
        }
    }

    /// A state that waits for a token.
    record Place(ATNState state, Frame frame) {
        private Place at(@Nullable Frame moved) {
            return moved == null ? this : new Place(state, moved);
        }
    }

    private final Set<Place> places = new HashSet<>();
    private final int consumed;

    private GrammarWalk(int consumed) {
        this.consumed = consumed;
    }

    /// At the start of a line of the top level.
    static GrammarWalk start(int consumed) {
        GrammarWalk walk = new GrammarWalk(consumed);
        walk.addAll(List.of(walk.lineStart()));
        return walk;
    }

    /// The walk one token on; nothing when the token fits nowhere.
    Optional<GrammarWalk> step(int type) {
        List<Place> next = new ArrayList<>();
        for (Place place : places) {
            for (Transition transition : place.state.getTransitions()) {
                if (transition.matches(type, 1, MAX_TYPE)) {
                    next.add(new Place(transition.target, place.frame));
                }
            }
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        GrammarWalk walk = new GrammarWalk(consumed + 1);
        walk.addAll(next);
        return Optional.of(walk);
    }

    /// The same places, but the next token is another one, because some were skipped.
    GrammarWalk at(int index) {
        GrammarWalk walk = new GrammarWalk(index);
        places.forEach(place -> walk.places.add(place.at(moved(place.frame, index))));
        return walk;
    }

    /// A rule that has no token yet will start with the next one.
    private @Nullable Frame moved(@Nullable Frame frame, int index) {
        return frame == null || frame.first != consumed
                ? frame
                : new Frame(frame.rule, index, frame.follow, moved(frame.caller, index));
    }

    /// Whether a token of that type fits.
    boolean accepts(int type) {
        return step(type).isPresent();
    }

    Set<Place> places() {
        return places;
    }

    /// The types of the tokens that fit at a place.
    static List<Integer> types(Place place) {
        List<Integer> types = new ArrayList<>();
        for (Transition transition : place.state.getTransitions()) {
            if (transition.label() != null) {
                types.addAll(transition.label().toList());
            }
        }
        return types;
    }

    private Place lineStart() {
        ATNState state = VmConf._ATN.ruleToStartState[VmConf.RULE_line];
        return new Place(state, new Frame(VmConf.RULE_line, consumed, null, null));
    }

    /// Adds places and all that can be reached from them without a token.
    private void addAll(List<Place> reached) {
        Set<Place> seen = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (!seen.add(place)) {
                continue;
            }
            if (place.state instanceof RuleStopState) {
                open.push(returned(place.frame));
                continue;
            }
            for (Transition transition : place.state.getTransitions()) {
                if (transition instanceof RuleTransition call) {
                    Frame callee =
                            new Frame(
                                    call.target.ruleIndex, consumed, call.followState, place.frame);
                    open.push(new Place(call.target, callee));
                } else if (transition.isEpsilon()) {
                    open.push(new Place(transition.target, place.frame));
                } else {
                    places.add(place);
                }
            }
        }
    }

    private Place returned(Frame frame) {
        return frame.follow == null || frame.caller == null
                ? lineStart()
                : new Place(frame.follow, frame.caller);
    }
}
