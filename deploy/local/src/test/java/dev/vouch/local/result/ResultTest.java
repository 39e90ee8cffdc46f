package dev.vouch.local.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {

    private static final RunResult RESULT = new RunResult(
            "Ernte",
            new RunResult.Imported(400, 1_400, 3, 4),
            List.of(new RunResult.Listed("mira.kresse", "instagram-00000000000000aa", List.of("Balkon in 3 posts"))),
            1,
            List.of(new RunResult.Shortlisted(
                    "mira.kresse",
                    "instagram-00000000000000aa",
                    8_403L,
                    81.25,
                    List.of("one", "two", "three", "four"),
                    "ACCEPTED",
                    "AGREED",
                    24_050L)),
            1,
            1,
            1,
            1,
            "EUR",
            500_000,
            24_050,
            List.of(
                    new RunResult.KpiLine("engagements", "interactions", 8_000, 412.0),
                    new RunResult.KpiLine("cost_per_engagement", "EUR", 0.6, null)),
            new RunResult.Seconds(10.5, 8, 2, 1, 40));

    @Test
    void the_json_has_exactly_the_documented_shape(@TempDir Path directory) throws IOException {
        var file = directory.resolve("out/result.json");

        ResultJson.write(RESULT, file);

        assertThat(new ObjectMapper().readTree(file.toFile()).toString())
                .isEqualTo("{\"imported\":{\"profiles\":400,\"posts\":1400,\"unchanged\":3,\"refused\":4},"
                        + "\"longlisted\":1,\"longlist\":[{\"handle\":\"mira.kresse\",\"influencerId\":"
                        + "\"instagram-00000000000000aa\",\"evidence\":[\"Balkon in 3 posts\"]}],\"scored\":1,"
                        + "\"shortlisted\":[{\"handle\":\"mira.kresse\",\"influencerId\":\"instagram-00000000000000aa\","
                        + "\"followers\":8403,\"score\":81.25,\"reasons\":[\"one\",\"two\",\"three\",\"four\"]}],"
                        + "\"contacted\":1,\"contactedThisRun\":1,\"replied\":1,\"assigned\":1,"
                        + "\"budgetMinorUnits\":500000,\"committedMinorUnits\":24050,\"kpis\":["
                        + "{\"id\":\"engagements\",\"unit\":\"interactions\",\"target\":8000,\"actual\":412},"
                        + "{\"id\":\"cost_per_engagement\",\"unit\":\"EUR\",\"target\":0.6,\"actual\":null}],"
                        + "\"seconds\":{\"start\":10.5,\"import\":8.0,\"longlist\":2.0,\"score\":1.0,\"total\":40.0}}");
    }

    @Test
    void the_table_shows_the_three_strongest_reasons_and_the_kpis() {
        var bytes = new ByteArrayOutputStream();

        new ResultTable(new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(RESULT);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        "mira.kresse  8,403      81.3",
                        "ACCEPTED",
                        "240.50 EUR",
                        "one",
                        "two",
                        "three",
                        "nothing observed")
                .doesNotContain("four");
    }
}
