package vmconf.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/// An editor with a folder, in which one file is open with a caret in it.
final class Scene implements AutoCloseable {
    final Path folder;
    final Editor editor;
    private Path file;
    private Position caret = new Position(0, 0);
    private String text = "";

    private Scene(Path folder, ClientCapabilities capabilities) {
        this.folder = folder;
        this.file = folder.resolve("vm.conf");
        this.editor = Editor.started(folder, capabilities);
    }

    static Scene in(Path folder, ClientCapabilities capabilities) {
        return new Scene(folder, capabilities);
    }

    static Scene in(Path folder) {
        return in(folder, Capabilities.full());
    }

    /// Writes a file to the disk.
    static void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a file with a caret in its text.
    Scene open(String name, String marked) {
        file = folder.resolve(name);
        boolean has = marked.contains("<caret>");
        Marked at = Marked.of(has ? marked : "<caret>" + marked);
        caret = at.caret();
        text = at.text();
        editor.open(file, at.text());
        return this;
    }

    Scene open(String marked) {
        return open("vm.conf", marked);
    }

    TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(uri());
    }

    String uri() {
        return file.toUri().toString();
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    Position caret() {
        return caret;
    }

    <T> T ask(Function<TextDocumentService, CompletableFuture<T>> request) {
        return Editor.get(request.apply(editor.server.getTextDocumentService()));
    }

    <T> List<T> askAll(
            Function<TextDocumentService, ? extends CompletableFuture<? extends List<? extends T>>>
                    request) {
        return List.copyOf(Editor.get(request.apply(editor.server.getTextDocumentService())));
    }

    <T> T askWorkspace(Function<WorkspaceService, CompletableFuture<T>> request) {
        return Editor.get(request.apply(editor.server.getWorkspaceService()));
    }

    /// The range of the whole document.
    Range all() {
        return new Range(new Position(0, 0), new Position(1_000_000, 0));
    }

    /// Such as `vm.conf:3:4-7`, lines and columns from 0.
    static String place(Location place) {
        String name = place.getUri().substring(place.getUri().lastIndexOf('/') + 1);
        return name + ":" + shown(place.getRange());
    }

    static List<String> places(List<? extends Location> places) {
        return places.stream().map(Scene::place).toList();
    }

    static String shown(Range range) {
        Position start = range.getStart();
        Position end = range.getEnd();
        boolean oneLine = start.getLine() == end.getLine();
        return start.getLine()
                + ":"
                + start.getCharacter()
                + "-"
                + (oneLine ? "" : end.getLine() + ":")
                + end.getCharacter();
    }

    @Override
    public void close() {
        editor.close();
    }
}
