package dev.vouch.outreach.suppression.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SuppressionKeyTest {

    private static final UnaryOperator<String> HASH = text -> "#" + text.hashCode();

    @Test
    void one_mailbox_has_one_key_however_it_is_written() {
        assertThat(SuppressionKey.ofAddress(" Mira+ads@Example.org ", HASH))
                .isEqualTo(SuppressionKey.ofAddress("mira@example.org", HASH));
    }

    @Test
    void an_influencer_and_an_address_never_share_a_key() {
        assertThat(SuppressionKey.ofAddress("mira", HASH)).isNotEqualTo(SuppressionKey.ofInfluencer("mira", HASH));
    }

    @Test
    void the_key_does_not_show_whose_it_is() {
        assertThat(SuppressionKey.ofInfluencer("instagram-1", HASH).value()).doesNotContain("instagram");
    }
}
