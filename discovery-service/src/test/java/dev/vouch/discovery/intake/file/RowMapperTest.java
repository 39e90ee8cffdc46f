package dev.vouch.discovery.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.discovery.intake.domain.Mapping;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The mappings that the service brings along, on invented rows. */
class RowMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void our_own_csv_becomes_a_profile() throws IOException {
        var mapped = map("vouch-profiles-csv", """
                {"platform":"instagram","accountId":"4711","handle":"@anna.backt","bio":"-","emails":"a@x.example|b@x.example",
                 "country":"Germany","languages":"DE|en","categories":"food|family","followers":"1.432","following":"",
                 "verified":"false","accountKind":"person","observedAt":"2026-10-29T00:00:00Z"}""");

        assertThat(asJson(mapped)).isEqualTo(JSON.readTree("""
                {"platform":"instagram","accountId":"4711","handle":"anna.backt",
                 "addresses":[{"address":"a@x.example","foundIn":"import"},{"address":"b@x.example","foundIn":"import"}],
                 "country":"DE","languages":["de","en"],"categories":["food","family"],"followers":1432,
                 "verified":false,"accountKind":"PERSON","observedAt":"2026-10-29T00:00:00Z"}"""));
    }

    @Test
    void a_cell_of_another_type_refuses_the_row_and_names_the_column() throws IOException {
        var mapped = map("instagram-2019-influencers", """
                {"Username":"anna.backt","Category":"food","#Followers":"Brazil"}""");

        assertThat(mapped.observation()).isNull();
        assertThat(mapped.refusal().code()).isEqualTo("import.wrong-type");
        assertThat(mapped.refusal().facts()).containsEntry("column", "#Followers");
    }

    @Test
    void a_post_carries_its_tags_and_who_answered() throws IOException {
        var mapped = map("instagram-2019-posts", """
                {"file":"anna-77.info","listHandle":"anna","ownerHandle":"anna.backt","ownerId":"4711","postId":"77",
                 "shortcode":"Bx","type":"GraphSidecar","takenAt":1480146151,"likes":0,"comments":3,"sponsors":[],
                 "tagged":["hafermilch"],"caption":"Kuchen mit @bea.kocht #vegan #backen",
                 "commentSample":[{"by":"u_1","at":1480146151,"text":"Wie?","replies":[{"by":"OWNER","text":"So"}]}]}""");

        assertThat(asJson(mapped)).isEqualTo(JSON.readTree("""
                {"platform":"instagram","accountId":"4711","handle":"anna.backt","formerHandle":"anna","postId":"77",
                 "url":"https://www.instagram.com/p/Bx/","kind":"CAROUSEL","publishedAt":"2016-11-26T07:42:31Z",
                 "caption":"Kuchen mit @bea.kocht #vegan #backen","hashtags":["vegan","backen"],"mentions":["bea.kocht"],
                 "brandTags":["hafermilch"],"paidLabel":false,"likes":0,"comments":3,
                 "commentSample":[{"author":"u_1","byOwner":false,"at":"2016-11-26T07:42:31Z","text":"Wie?",
                   "replies":[{"author":"OWNER","byOwner":true,"text":"So"}]}]}"""));
    }

    @Test
    void a_post_whose_file_names_another_post_is_refused() throws IOException {
        var mapped = map("instagram-2019-posts", """
                {"file":"anna-78.info","listHandle":"anna","ownerHandle":"bea","postId":"77","takenAt":1480146151}""");

        assertThat(mapped.refusal().code()).isEqualTo("post.of-another-account");
    }

    /** As it is written: 5 is 5, whether an int or a long held it. */
    private static JsonNode asJson(RowMapper.Mapped mapped) throws IOException {
        return JSON.readTree(String.valueOf(mapped.observation()));
    }

    private static RowMapper.Mapped map(String mapping, String row) throws IOException {
        try (var in = RowMapperTest.class.getResourceAsStream("/mappings/" + mapping + ".json")) {
            JsonNode values = JSON.readTree(row);
            return new RowMapper(JSON.readValue(in, Mapping.class)).map(Row.of(1, values));
        }
    }
}
