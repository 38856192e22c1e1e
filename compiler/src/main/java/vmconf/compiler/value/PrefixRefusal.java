package vmconf.compiler.value;

/// Why a text is no local prefix.
///
/// @param reason a phrase for people
/// @param vmdWords the phrase that vmd uses
public record PrefixRefusal(String reason, String vmdWords) {

    static PrefixRefusal length(String reason, long least, long most) {
        return new PrefixRefusal(
                "prefix length is %s, expected %d to %d".formatted(reason, least, most), reason);
    }
}
