package vmconf.lsp.diagnostics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.FullDocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.UnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import vmconf.lsp.document.Document;
import vmconf.lsp.workspace.View;

/// Diagnostics for clients that ask for them.
public final class Reports {
    private Reports() {}

    /// Those of a document, and of the files that it is read with.
    ///
    /// @param previous the id of the report that the client has
    /// @param withRelated the client takes those of other files along
    public static DocumentDiagnosticReport of(
            View view,
            Document document,
            Map<String, List<Diagnostic>> found,
            @Nullable String previous,
            boolean withRelated) {
        List<Diagnostic> own = found.getOrDefault(document.uri(), List.of());
        Map<String, Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>>
                related = withRelated ? related(view, document, found) : Map.of();
        String id = id(own);
        if (Objects.equals(id, previous)) {
            RelatedUnchangedDocumentDiagnosticReport same =
                    new RelatedUnchangedDocumentDiagnosticReport(id);
            if (withRelated) {
                same.setRelatedDocuments(related);
            }
            return new DocumentDiagnosticReport(same);
        }
        RelatedFullDocumentDiagnosticReport report = new RelatedFullDocumentDiagnosticReport(own);
        report.setResultId(id);
        if (withRelated) {
            report.setRelatedDocuments(related);
        }
        return new DocumentDiagnosticReport(report);
    }

    /// Included files that are not open; an open one is asked for by itself.
    private static Map<
                    String, Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>>
            related(View view, Document document, Map<String, List<Diagnostic>> found) {
        Map<String, Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>> all =
                new HashMap<>();
        view.reading(document.uri())
                .forEach(
                        root ->
                                root.files()
                                        .forEach(
                                                file -> {
                                                    String uri = file.uri();
                                                    if (view.snapshot().document(uri).isEmpty()) {
                                                        all.put(uri, full(found, uri));
                                                    }
                                                }));
        return all;
    }

    private static Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport> full(
            Map<String, List<Diagnostic>> found, String uri) {
        List<Diagnostic> diagnostics = found.getOrDefault(uri, List.of());
        FullDocumentDiagnosticReport report = new FullDocumentDiagnosticReport(diagnostics);
        report.setResultId(id(diagnostics));
        return Either.forLeft(report);
    }

    /// Those of all files of the workspace.
    ///
    /// @param previous the ids of the reports that the client has
    public static WorkspaceDiagnosticReport of(
            View view, Map<String, List<Diagnostic>> found, List<PreviousResultId> previous) {
        Map<String, String> known = new HashMap<>();
        previous.forEach(each -> known.put(each.getUri(), each.getValue()));
        List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();
        found.forEach(
                (uri, diagnostics) -> {
                    @Nullable Integer version =
                            view.snapshot().document(uri).map(Document::version).orElse(null);
                    reports.add(report(uri, version, diagnostics, known.remove(uri)));
                });
        // What has gone since has no diagnostics any more.
        known.keySet().forEach(uri -> reports.add(report(uri, null, List.of(), null)));
        return new WorkspaceDiagnosticReport(reports);
    }

    private static WorkspaceDocumentDiagnosticReport report(
            String uri,
            @Nullable Integer version,
            List<Diagnostic> diagnostics,
            @Nullable String previous) {
        String id = id(diagnostics);
        if (id.equals(previous)) {
            return new WorkspaceDocumentDiagnosticReport(
                    new WorkspaceUnchangedDocumentDiagnosticReport(id, uri, version));
        }
        WorkspaceFullDocumentDiagnosticReport report =
                new WorkspaceFullDocumentDiagnosticReport(diagnostics, uri, version);
        report.setResultId(id);
        return new WorkspaceDocumentDiagnosticReport(report);
    }

    private static String id(List<Diagnostic> diagnostics) {
        return Integer.toHexString(diagnostics.size())
                + "-"
                + Integer.toHexString(diagnostics.hashCode());
    }
}
