package vmconf.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vmconf.testdata.Golden;

/// Checks documents against the schemas of their formats.
public final class Schemas {
    private static final Schema CHECK =
            json(SpecificationVersion.DRAFT_2020_12, project("docs/check.schema.json"));

    private static final Schema DIFF =
            json(SpecificationVersion.DRAFT_2020_12, project("docs/diff.schema.json"));

    private static final Schema SUMMARY =
            json(SpecificationVersion.DRAFT_2020_12, project("docs/summary.schema.json"));

    private static final Schema EXPORT =
            json(SpecificationVersion.DRAFT_2020_12, project("docs/export.schema.json"));

    /// The official schema of SARIF 2.1.0.
    private static final Schema SARIF =
            json(SpecificationVersion.DRAFT_7, resource("/schema/sarif-schema-2.1.0.json"));

    /// What GitLab documents of its code quality report.
    private static final Schema GITLAB =
            json(
                    SpecificationVersion.DRAFT_2020_12,
                    project("testdata/schemas/gitlab-code-quality.schema.json"));

    private static final javax.xml.validation.Schema JUNIT = junit();

    private Schemas() {}

    /// `vmconf check --format json`.
    public static void check(String document) {
        valid(CHECK, document);
    }

    /// `vmconf summary --format json`.
    public static void summary(String document) {
        valid(SUMMARY, document);
    }

    /// `vmconf export --report`.
    public static void export(String document) {
        valid(EXPORT, document);
    }

    /// `vmconf diff --format json`.
    public static void diff(String document) {
        valid(DIFF, document);
    }

    /// SARIF 2.1.0.
    public static void sarif(String document) {
        valid(SARIF, document);
    }

    /// GitLab's code quality report.
    public static void gitlab(String document) {
        valid(GITLAB, document);
    }

    /// JUnit's XML.
    public static void junit(String document) {
        try {
            JUNIT.newValidator().validate(new StreamSource(new StringReader(document)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(document, e);
        }
    }

    /// The root of a well-formed XML document.
    static Element xml(String document) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(document, e);
        }
    }

    private static void valid(Schema schema, String document) {
        assertThat(
                        schema.validate(
                                document,
                                InputFormat.JSON,
                                run ->
                                        run.executionConfig(
                                                config -> config.formatAssertionsEnabled(true))))
                .as(document)
                .isEmpty();
    }

    private static Schema json(SpecificationVersion version, String text) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(text, InputFormat.JSON);
    }

    private static javax.xml.validation.Schema junit() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(
                            Golden.root().resolve("testdata/schemas/jenkins-junit.xsd").toFile());
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static String project(String file) {
        try {
            return Files.readString(Golden.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
