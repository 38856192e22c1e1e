package vmconf.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

class LocalInet6Test {
    @Test
    void aPrefixIsDrawnOfTheSeed() {
        Plan plan = LocalInet6.drawn(plan("local inet6"), "seed");
        String prefix = plan.local().inet6Prefix().orElseThrow();
        assertThat(prefix).matches("fd[0-9a-f]{2}:[0-9a-f]+:[0-9a-f]+:[0-9a-f]+::/64");
        assertThat(LocalInet6.drawn(plan("local inet6"), "seed")).isEqualTo(plan);
        assertThat(LocalInet6.drawn(plan("local inet6"), "other").local())
                .isNotEqualTo(plan.local());
        assertThat(gateway(plan)).isEqualTo(prefix.replace("::/64", ":6440:103:0:1"));
    }

    @Test
    void whatIsWrittenStays() {
        Plan plan = plan("local inet6 prefix fd12::/48");
        assertThat(LocalInet6.drawn(plan, "seed")).isSameAs(plan);
        Plan none = plan("local prefix 10.0.0.0/8");
        assertThat(LocalInet6.drawn(none, "seed")).isSameAs(none);
    }

    @Test
    void theCompilersGatewayIsTheSame() {
        Plan plan = plan("local inet6 prefix fd12:3456:789a::/64");
        String guest = plan.vms().getFirst().interfaces().getFirst().local().orElseThrow().guest();
        String gateway = LocalInet6.host(plan.local().inet6Prefix().orElseThrow(), guest);
        assertThat(InetAddress.ofLiteral(gateway)).isEqualTo(InetAddress.ofLiteral(gateway(plan)));
    }

    private static String gateway(Plan plan) {
        return plan.vms()
                .getFirst()
                .interfaces()
                .getFirst()
                .local()
                .flatMap(LocalAddress::hostInet6)
                .orElseThrow();
    }

    private static Plan plan(String global) {
        String text = global + "\nvm \"a\" {\n\tdisk /a.img\n\tlocal interface\n}\n";
        return Compiler.compile(
                        SourceFile.of("vm.conf", text),
                        Sources.none(),
                        Options.forTarget(Target.NATIVE))
                .plan()
                .orElseThrow();
    }
}
