package vmconf.testdata;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// A JSON Schema that the project publishes, which what a test writes must keep to.
public final class PublishedSchema {
    private final String file;
    private final Schema schema;

    /// @param file below the project's top folder
    public PublishedSchema(String file) {
        this.file = file;
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(read(file), InputFormat.JSON);
    }

    private static String read(String file) {
        try {
            return Files.readString(Golden.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Checks a document.
    ///
    /// @param text YAML or JSON
    /// @return the same text
    /// @throws AssertionError when it does not keep to the schema
    public String check(String text) {
        InputFormat format = text.startsWith("{") ? InputFormat.JSON : InputFormat.YAML;
        List<Error> errors = schema.validate(text, format);
        if (!errors.isEmpty()) {
            throw new AssertionError("not by " + file + ": " + errors + "\n" + text);
        }
        return text;
    }
}
