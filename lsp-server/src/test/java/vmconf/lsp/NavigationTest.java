package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NavigationTest {
    private static final String PART =
            """
            switch "lan" {
            	interface bridge0
            }
            vm "base" {
            	disk "/b.img"
            	memory $ram
            }
            """;
    private static final String TOP =
            """
            ram = "1G"
            include "part.conf"
            vm "base" instance "web" {
            	disk "/w.img"
            	interface { switch lan }
            }
            vm "base" instance "db" {
            	disk "/d.img"
            }
            """;

    @TempDir Path folder = Path.of("/");

    private Scene at(String before) {
        Scene.write(folder, "part.conf", PART);
        int at = TOP.indexOf(before) + before.length();
        return Scene.in(folder).open(TOP.substring(0, at) + "<caret>" + TOP.substring(at));
    }

    private List<String> definition(String before) {
        try (Scene scene = at(before)) {
            return Scene.places(
                    scene.ask(
                                    server ->
                                            server.definition(
                                                    new DefinitionParams(
                                                            scene.document(), scene.caret())))
                            .getLeft());
        }
    }

    private List<String> references(String before, boolean definitions) {
        try (Scene scene = at(before)) {
            var params =
                    new ReferenceParams(
                            scene.document(), scene.caret(), new ReferenceContext(definitions));
            return Scene.places(scene.askAll(server -> server.references(params)));
        }
    }

    @Test
    void definitionsAreFoundInOtherFiles() {
        assertThat(definition("switch l")).containsExactly("part.conf:0:8-11");
        assertThat(definition("vm \"ba")).containsExactly("part.conf:3:4-8");
        assertThat(definition("include \"pa")).containsExactly("part.conf:0:0-0");
        assertThat(definition("\tdisk \"/w")).isEmpty();
    }

    @Test
    void theDefinitionThatHoldsIsTheLastOneAbove() {
        String text = "a = \"1\"\nvm $a {\n}\na = \"2\"\nvm $<caret>a {\n}\n";
        try (Scene scene = Scene.in(folder).open(text)) {
            var params = new DefinitionParams(scene.document(), scene.caret());
            assertThat(Scene.places(scene.ask(server -> server.definition(params)).getLeft()))
                    .containsExactly("vm.conf:3:0-1");
        }
    }

    @Test
    void linksTellWhatLedThere() {
        ClientCapabilities capabilities = Capabilities.full();
        capabilities.getTextDocument().setDefinition(new DefinitionCapabilities(true, true));
        Scene.write(folder, "part.conf", PART);
        try (Scene scene =
                Scene.in(folder, capabilities)
                        .open(TOP.replace("{ switch l", "{ switch l<caret>"))) {
            LocationLink link =
                    scene.ask(
                                    server ->
                                            server.definition(
                                                    new DefinitionParams(
                                                            scene.document(), scene.caret())))
                            .getRight()
                            .getFirst();
            assertThat(Scene.shown(link.getOriginSelectionRange())).isEqualTo("4:20-23");
        }
    }

    @Test
    void declarationParentAndInstances() {
        try (Scene scene = at("instance \"w")) {
            var declaration = new DeclarationParams(scene.document(), scene.caret());
            assertThat(Scene.places(scene.ask(s -> s.declaration(declaration)).getLeft()))
                    .containsExactly("vm.conf:2:20-23");
            var parent = new TypeDefinitionParams(scene.document(), scene.caret());
            assertThat(Scene.places(scene.ask(s -> s.typeDefinition(parent)).getLeft()))
                    .containsExactly("part.conf:3:4-8");
        }
        try (Scene scene = at("vm \"ba")) {
            var children = new ImplementationParams(scene.document(), scene.caret());
            assertThat(Scene.places(scene.ask(s -> s.implementation(children)).getLeft()))
                    .containsExactly("vm.conf:2:20-23", "vm.conf:6:20-22");
        }
    }

    @Test
    void referencesInAllFiles() {
        assertThat(references("ra", true))
                .containsExactlyInAnyOrder("vm.conf:0:0-3", "part.conf:5:9-12");
        assertThat(references("ra", false)).containsExactly("part.conf:5:9-12");
        assertThat(references("switch l", true))
                .containsExactly("part.conf:0:8-11", "vm.conf:4:20-23");
        assertThat(references("vm \"ba", false)).containsExactly("vm.conf:2:4-8", "vm.conf:6:4-8");
    }

    @Test
    void highlightsInTheDocument() {
        try (Scene scene = at("vm \"ba")) {
            var params = new DocumentHighlightParams(scene.document(), scene.caret());
            assertThat(scene.askAll(server -> server.documentHighlight(params)))
                    .extracting(each -> Scene.shown(each.getRange()) + each.getKind())
                    .containsExactly("2:4-8Read", "6:4-8Read");
        }
    }

    @Test
    void linksToIncludes() {
        try (Scene scene = at("ra")) {
            assertThat(scene.askAll(s -> s.documentLink(new DocumentLinkParams(scene.document()))))
                    .singleElement()
                    .satisfies(
                            link -> {
                                assertThat(Scene.shown(link.getRange())).isEqualTo("1:9-18");
                                assertThat(link.getTarget()).endsWith("/part.conf");
                            });
        }
    }

    @Test
    void includesAreAHierarchy() {
        try (Scene scene = at("include \"pa")) {
            CallHierarchyItem part =
                    scene.ask(
                                    s ->
                                            s.prepareCallHierarchy(
                                                    new CallHierarchyPrepareParams(
                                                            scene.document(), scene.caret())))
                            .getFirst();
            assertThat(part.getName()).isEqualTo("part.conf");
            var incoming = new CallHierarchyIncomingCallsParams(part);
            assertThat(scene.askAll(s -> s.callHierarchyIncomingCalls(incoming)))
                    .singleElement()
                    .satisfies(
                            call -> {
                                assertThat(call.getFrom().getName()).isEqualTo("vm.conf");
                                assertThat(Scene.shown(call.getFromRanges().getFirst()))
                                        .isEqualTo("1:9-18");
                            });
            CallHierarchyItem top =
                    scene.ask(s -> s.callHierarchyIncomingCalls(incoming)).getFirst().getFrom();
            var outgoing = new CallHierarchyOutgoingCallsParams(top);
            assertThat(scene.askAll(s -> s.callHierarchyOutgoingCalls(outgoing)))
                    .singleElement()
                    .satisfies(call -> assertThat(call.getTo().getName()).isEqualTo("part.conf"));
        }
    }

    @Test
    void instancesAreAHierarchy() {
        try (Scene scene = at("instance \"w")) {
            TypeHierarchyItem web =
                    scene.ask(
                                    s ->
                                            s.prepareTypeHierarchy(
                                                    new TypeHierarchyPrepareParams(
                                                            scene.document(), scene.caret())))
                            .getFirst();
            assertThat(web.getName()).isEqualTo("web");
            TypeHierarchyItem base =
                    scene.ask(
                                    s ->
                                            s.typeHierarchySupertypes(
                                                    new TypeHierarchySupertypesParams(web)))
                            .getFirst();
            assertThat(base.getName()).isEqualTo("base");
            assertThat(base.getUri()).endsWith("/part.conf");
            assertThat(
                            scene.askAll(
                                    s ->
                                            s.typeHierarchySubtypes(
                                                    new TypeHierarchySubtypesParams(base))))
                    .extracting(TypeHierarchyItem::getName)
                    .containsExactly("web", "db");
        }
    }
}
