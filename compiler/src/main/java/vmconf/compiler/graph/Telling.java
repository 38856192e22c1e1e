package vmconf.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;

/// A VM in a sentence, for those who do not see the picture.
final class Telling {
    private Telling() {}

    static String of(Scene scene, Vm vm) {
        List<String> parts = new ArrayList<>();
        vm.instanceOf().ifPresent(parent -> parts.add("instance of " + parent));
        parts.addAll(VmText.traits(vm, Optional.empty()));
        VmText.images(vm).forEach(each -> parts.add(each.use().word() + " " + each.path()));
        scene.links(vm).forEach(link -> parts.add(link(link)));
        return String.join(", ", parts);
    }

    private static String link(Link link) {
        List<String> words = new ArrayList<>();
        words.add("interface " + link.nic().lladdr() + " on " + link.to());
        words.addAll(link.facts());
        return String.join(" ", words);
    }
}
