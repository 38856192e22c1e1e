package vmconf.plan;

/// One value of a plan, for those who show or compare plans.
///
/// @param pointer its place in the plan, a JSON Pointer (RFC 6901)
/// @param key its place in its block: `memory`, `interfaces/0/lladdr`
/// @param text as the plan has it, words of a list with commas between them; `none` for what is
/// absent, and for an empty list
public record PlanValue(String pointer, String key, String text) {
    /// The text of what is absent.
    public static final String NONE = "none";

    private static final long GIBIBYTE = 1L << 30;
    private static final long MEBIBYTE = 1L << 20;

    /// The value for people: memory as vm.conf writes it.
    public String shown() {
        if (!key.equals("memory")) {
            return text;
        }
        long bytes = Long.parseLong(text);
        return bytes % GIBIBYTE == 0 ? bytes / GIBIBYTE + "G" : bytes / MEBIBYTE + "M";
    }
}
