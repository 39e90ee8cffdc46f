package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void a_topic_that_several_services_name_is_there_once() {
        assertThat(Topics.ofContract().names())
                .doesNotHaveDuplicates()
                .contains("vouch.campaign.campaign", "vouch.discovery.influencer", "vouch.scoring.shortlist");
    }
}
