package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a value of a plan came from.
///
/// @param from what kind of source it is
/// @param at where it is written; absent for what nobody wrote
/// @param includedFrom the includes that lead to that file, the innermost first
/// @param macros the macros that yielded it; one that stands in the value of another comes behind
/// it
/// @param parents the VMs it was taken over from, the nearest first
/// @param switchName the switch that gave it to an interface
/// @param rule why it is so, for what nobody wrote
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Provenance(
        Kind from,
        Optional<Place> at,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Place> includedFrom,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<MacroUse> macros,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> parents,
        @JsonProperty("switch") Optional<String> switchName,
        Optional<String> rule) {

    public Provenance {
        includedFrom = List.copyOf(includedFrom);
        macros = List.copyOf(macros);
        parents = List.copyOf(parents);
    }

    /// What kind of source a value has.
    public enum Kind {
        /// Somebody wrote it.
        WRITTEN,
        /// Nobody wrote it: vm.conf(5) says what holds then.
        DEFAULT,
        /// It follows from other values.
        DERIVED,
        ;

        /// The word the plan uses.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A place in a file.
    ///
    /// @param file as it was named
    /// @param line from 1
    /// @param column from 1, in characters
    /// @param text the line, without blanks around it, cut after 200 characters
    public record Place(String file, int line, int column, String text) {
        /// Longest text of a line that is kept, in characters.
        public static final int MOST_TEXT = 200;
    }

    /// A macro that was used.
    ///
    /// @param name without the dollar sign
    /// @param definition where its value stands; absent for one from the command line
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MacroUse(String name, Optional<Place> definition) {}
}
