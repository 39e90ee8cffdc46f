package dev.vouch.local.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.local.platform.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingTest {

    @Test
    void what_is_declared_names_topics_and_groups_that_exist() {
        var topics = Topics.ofContract().names();

        assertThat(Holding.all()).isNotEmpty().allSatisfy(holding -> {
            assertThat(topics).containsAll(holding.topic().isEmpty() ? topics : List.of(holding.topic()));
            assertThat(topics).containsAll(holding.newestOf().isEmpty() ? topics : List.of(holding.newestOf()));
            assertThat(EventLog.groups()).containsAll(holding.groups());
            assertThat(holding.groups().isEmpty()).isEqualTo(holding.kind() != Holding.Kind.PROJECTION);
        });
    }

    @Test
    void an_entry_speaks_of_paths_and_its_list_of_campaigns() {
        assertThat(Holding.all().stream()
                        .filter(each -> each.topic().equals("vouch.discovery.longlist"))
                        .filter(each -> each.speaksOf("c/i")))
                .extracting(Holding::collection)
                .containsExactly("longlist-entries");
        assertThat(Holding.all().stream()
                        .filter(each -> each.topic().equals("vouch.discovery.longlist"))
                        .filter(each -> each.speaksOf("c")))
                .extracting(Holding::collection)
                .containsExactly("longlists");
    }
}
