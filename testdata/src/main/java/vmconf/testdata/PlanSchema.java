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

/// The published JSON Schema of plans, which every plan that a test writes must keep to.
public final class PlanSchema {
    /// Where it is published, below the project's top folder.
    public static final String FILE = "docs/plan.schema.json";

    private static final class Published {
        static final Schema SCHEMA =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(read(), InputFormat.JSON);

        private static String read() {
            try {
                return Files.readString(Golden.root().resolve(FILE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PlanSchema() {}

    /// Checks a plan.
    ///
    /// @param text YAML or JSON
    /// @return the same text
    /// @throws AssertionError when it does not keep to the schema
    public static String check(String text) {
        InputFormat format = text.startsWith("{") ? InputFormat.JSON : InputFormat.YAML;
        List<Error> errors = Published.SCHEMA.validate(text, format);
        if (!errors.isEmpty()) {
            throw new AssertionError("no plan by " + FILE + ": " + errors + "\n" + text);
        }
        return text;
    }
}
