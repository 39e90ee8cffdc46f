package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    @Test
    void the_page_says_what_documents_and_schemas_say() throws Exception {
        if (Boolean.getBoolean("vouch.write")) {
            Files.writeString(EventsPage.FILE, EventsPage.text());
        }

        assertThat(EventsPage.FILE).content().isEqualTo(EventsPage.text());
    }
}
