package vmconf.compiler.edit;

/// What to do where a value to be changed comes from a macro.
public enum MacroPolicy {
    /// Refuse, and say who else uses the macro.
    REFUSE,
    /// Change the definition, for all who use it.
    THROUGH,
    /// Write the value in place of the reference, for this place alone.
    HERE
}
