package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Switch;

/// What interfaces join.
sealed interface Net {
    /// Letters and digits, unique in a picture.
    String id();

    String name();

    /// What there is to say about it, shortest first.
    List<String> facts();

    boolean enabled();

    /// A switch: a bridge of the host.
    ///
    /// @param number in the order of the plan, from 1
    record Bridge(int number, Switch plan) implements Net {
        @Override
        public String id() {
            return "switch" + number;
        }

        @Override
        public String name() {
            return plan.name();
        }

        @Override
        public List<String> facts() {
            List<String> facts = new ArrayList<>();
            if (!plan.enabled()) {
                facts.add("disabled");
            }
            facts.add(plan.bridge());
            plan.group().ifPresent(group -> facts.add("group " + group));
            plan.rdomain().ifPresent(rdomain -> facts.add("rdomain " + rdomain));
            if (plan.lockedLladdr()) {
                facts.add("locked lladdr");
            }
            if (!plan.up()) {
                facts.add("down");
            }
            return facts;
        }

        @Override
        public boolean enabled() {
            return plan.enabled();
        }
    }

    /// The host's side of all local interfaces, each a network of two.
    record Local(LocalNetwork plan) implements Net {
        @Override
        public String id() {
            return "local";
        }

        @Override
        public String name() {
            return "local interfaces";
        }

        @Override
        public List<String> facts() {
            List<String> facts = new ArrayList<>();
            facts.add(plan.prefix());
            if (plan.inet6()) {
                facts.add(plan.inet6Prefix().orElse("inet6, prefix drawn at start"));
            }
            return facts;
        }

        @Override
        public boolean enabled() {
            return true;
        }
    }
}
