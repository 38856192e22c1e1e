package vmconf.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.DeclarationCapabilities;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.ImplementationCapabilities;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TypeDefinitionCapabilities;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.navigation.Definition;
import vmconf.lsp.navigation.IncludeHierarchy;
import vmconf.lsp.navigation.InstanceHierarchy;
import vmconf.lsp.navigation.Links;
import vmconf.lsp.navigation.References;
import vmconf.lsp.workspace.Question;

/// Requests about where names are defined and used.
interface NavigationRequests extends TextDocumentService {
    Session session();

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            definition(DefinitionParams params) {
        return places(
                params,
                TextDocumentClientCapabilities::getDefinition,
                DefinitionCapabilities::getLinkSupport,
                Definition::at);
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            declaration(DeclarationParams params) {
        return places(
                params,
                TextDocumentClientCapabilities::getDeclaration,
                DeclarationCapabilities::getLinkSupport,
                Definition::at);
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            typeDefinition(TypeDefinitionParams params) {
        return places(
                params,
                TextDocumentClientCapabilities::getTypeDefinition,
                TypeDefinitionCapabilities::getLinkSupport,
                Definition::parent);
    }

    @Override
    default CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            implementation(ImplementationParams params) {
        return places(
                params,
                TextDocumentClientCapabilities::getImplementation,
                ImplementationCapabilities::getLinkSupport,
                Definition::children);
    }

    /// @param request what the client has said about the request
    /// @param flag whether it takes links there
    private <T>
            CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
                    places(
                            TextDocumentPositionParams params,
                            Function<TextDocumentClientCapabilities, @Nullable T> request,
                            Function<T, @Nullable Boolean> flag,
                            Function<Question, List<LocationLink>> search) {
        boolean links = session().features().links(request, flag);
        return session()
                .ask(
                        params,
                        Either.forLeft(List.of()),
                        question -> {
                            List<LocationLink> found = search.apply(question);
                            return links ? Either.forRight(found) : Either.forLeft(plain(found));
                        });
    }

    @Override
    default CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean definitions = params.getContext().isIncludeDeclaration();
        return session().ask(params, List.of(), question -> References.at(question, definitions));
    }

    @Override
    default CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
            DocumentHighlightParams params) {
        return session().ask(params, List.of(), References::inDocument);
    }

    @Override
    default CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return session().askWhole(params.getTextDocument(), List.of(), Links::of);
    }

    @Override
    default CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(
            CallHierarchyPrepareParams params) {
        return session().ask(params, List.of(), IncludeHierarchy::at);
    }

    @Override
    default CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        String uri = params.getItem().getUri();
        return session().askEverything(List.of(), view -> IncludeHierarchy.incoming(view, uri));
    }

    @Override
    default CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        String uri = params.getItem().getUri();
        return session().askEverything(List.of(), view -> IncludeHierarchy.outgoing(view, uri));
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(
            TypeHierarchyPrepareParams params) {
        return session().ask(params, List.of(), InstanceHierarchy::at);
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(
            TypeHierarchySupertypesParams params) {
        return session()
                .askView(List.of(), view -> InstanceHierarchy.parents(view, params.getItem()));
    }

    @Override
    default CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(
            TypeHierarchySubtypesParams params) {
        return session()
                .askView(List.of(), view -> InstanceHierarchy.instances(view, params.getItem()));
    }

    private static List<Location> plain(List<LocationLink> links) {
        return links.stream()
                .map(each -> new Location(each.getTargetUri(), each.getTargetSelectionRange()))
                .toList();
    }
}
