package vmconf.plan;

/// Where metrics are offered by the AgentX protocol (RFC 2741).
///
/// @param context SNMP context, at most 32 bytes; empty when none was given
/// @param path absolute path of the master agent's socket
public record Agentx(String context, String path) {

    /// The path vm.conf(5) names as default.
    public static final String DEFAULT_PATH = "/var/agentx/master";
}
