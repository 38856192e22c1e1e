package vmconf.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Set;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.jspecify.annotations.Nullable;

/// Writes the version of a document that is not open as the protocol wants it: as `null`. LSP4J
/// leaves out what is null.
final class Nulls implements TypeAdapterFactory {
    private static final String MEMBER = "version";
    private static final Set<Class<?>> TYPES =
            Set.of(
                    VersionedTextDocumentIdentifier.class,
                    WorkspaceFullDocumentDiagnosticReport.class,
                    WorkspaceUnchangedDocumentDiagnosticReport.class);

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        return TYPES.contains(type.getRawType())
                ? new Adapter<>(gson, gson.getDelegateAdapter(this, type))
                : null;
    }

    private static final class Adapter<T> extends TypeAdapter<T> {
        private final Gson gson;
        private final TypeAdapter<T> plain;

        Adapter(Gson gson, TypeAdapter<T> plain) {
            this.gson = gson;
            this.plain = plain;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            JsonObject object = plain.toJsonTree(value).getAsJsonObject();
            strip(object);
            if (!object.has(MEMBER)) {
                object.add(MEMBER, JsonNull.INSTANCE);
            }
            boolean before = out.getSerializeNulls();
            out.setSerializeNulls(true);
            gson.getAdapter(JsonElement.class).write(out, object);
            out.setSerializeNulls(before);
        }

        private static void strip(JsonElement json) {
            if (json.isJsonObject()) {
                var members = json.getAsJsonObject().entrySet();
                members.removeIf(each -> each.getValue().isJsonNull());
                members.forEach(each -> strip(each.getValue()));
            } else if (json.isJsonArray()) {
                json.getAsJsonArray().forEach(each -> strip(each));
            }
        }

        @Override
        public T read(JsonReader in) throws IOException {
            return plain.read(in);
        }
    }
}
