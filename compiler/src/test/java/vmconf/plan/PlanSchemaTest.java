package vmconf.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vmconf.testdata.Golden;
import vmconf.testdata.PlanSchema;

class PlanSchemaTest {
    @Test
    void theSchemaPublishedIsThatOfTheRecords() {
        Golden.check(PlanSchema.FILE, PlanSchemaWriter.write());
    }

    @Test
    void aPlanKeepsToIt() {
        PlanSchema.check(PlanYaml.toYaml(PlanYamlTest.SAMPLE));
        PlanSchema.check(PlanYaml.toJson(PlanYamlTest.SAMPLE));
    }

    @Test
    void whatIsNoPlanDoesNot() {
        String json = PlanYaml.toJson(PlanYamlTest.SAMPLE);
        for (String broken :
                new String[] {
                    json.replace("\"vmconf-plan\" : 1", "\"vmconf-plan\" : 2"),
                    json.replace("\"target\"", "\"aim\""),
                    json.replace("\"device\" : \"auto\"", "\"device\" : \"tape\""),
                    json.replace("fe:e1:bb:01:02:03", "fe:e1:bb:01:02"),
                    json.replace("\"memory\" : 536870912", "\"memory\" : 1024"),
                    json.replace("\"cpus\" : 1", "\"cpus\" : null"),
                }) {
            assertThatThrownBy(() -> PlanSchema.check(broken)).isInstanceOf(AssertionError.class);
        }
    }
}
