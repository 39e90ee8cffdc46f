package dev.vouch.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as an outsider reads it.
 *
 * @param type without prefix and version: {@code campaign.launched}
 * @param headers all of them, {@code ce_type} and the reasons of a dead letter included
 */
public record Received(
        String type,
        String id,
        String subject,
        long sequence,
        @Nullable String key,
        Map<String, String> headers,
        JsonNode data) {}
