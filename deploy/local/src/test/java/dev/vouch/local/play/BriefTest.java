package dev.vouch.local.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BRIEFS = Path.of("../briefs");

    @Test
    void the_same_content_is_the_same_campaign_however_it_is_laid_out() throws IOException {
        var one = brief("{'name':'A','platforms':['Instagram'],'countries':['de'],'topics':['vegan']}");
        var other = brief("{'topics':[{'weight':1.0,'word':'vegan'}], 'countries':['DE'],"
                + "'platforms':['INSTAGRAM'],'followers':{'max':100000},'name':'A'}");

        assertThat(one.hash()).isEqualTo(other.hash());
    }

    @Test
    void another_word_is_another_campaign() throws IOException {
        assertThat(brief("{'topics':['vegan']}").hash())
                .isNotEqualTo(brief("{'topics':['Yoga']}").hash());
    }

    @Test
    void what_is_left_out_has_the_documented_default() throws IOException {
        var content = brief("{'topics':['vegan']}").content();

        assertThat(content.path("followers").toString()).isEqualTo("{\"min\":1000,\"max\":100000}");
        assertThat(content.path("topics").toString()).isEqualTo("[{\"word\":\"vegan\",\"weight\":1.0}]");
        assertThat(content.path("accountKinds").isArray()).isTrue();
    }

    @Test
    void a_byte_order_mark_does_not_matter(@TempDir Path directory) throws IOException {
        var file = directory.resolve("brief.json");
        Files.writeString(file, "\uFEFF{\"name\":\"A\"}");

        assertThat(Brief.read(file).name()).isEqualTo("A");
    }

    @Test
    void the_checked_in_briefs_hold_what_the_schema_requires_and_nothing_else() throws IOException {
        var schema = JSON.readTree(BRIEFS.resolve("brief.schema.json").toFile());
        for (var file : List.of("backen-pflanzlich.json", "sample.json")) {
            var brief = JSON.readTree(BRIEFS.resolve(file).toFile());
            schema.path("required")
                    .forEach(name -> assertThat(brief.has(name.asText())).isTrue());
            brief.fieldNames()
                    .forEachRemaining(name ->
                            assertThat(schema.path("properties").has(name)).isTrue());
            assertThat(Brief.read(BRIEFS.resolve(file)).content().path("name").asText())
                    .isNotBlank();
        }
    }

    private static Brief brief(String json) throws IOException {
        return Brief.of((ObjectNode) JSON.readTree(json.replace('\'', '"')));
    }
}
