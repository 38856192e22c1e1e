package vmconf.testdata;

/// The published JSON Schema of plans, which every plan that a test writes must keep to.
public final class PlanSchema {
    /// Where it is published, below the project's top folder.
    public static final String FILE = "docs/plan.schema.json";

    private static final class Published {
        static final PublishedSchema SCHEMA = new PublishedSchema(FILE);
    }

    private PlanSchema() {}

    /// Checks a plan.
    ///
    /// @param text YAML or JSON
    /// @return the same text
    /// @throws AssertionError when it does not keep to the schema
    public static String check(String text) {
        return Published.SCHEMA.check(text);
    }
}
