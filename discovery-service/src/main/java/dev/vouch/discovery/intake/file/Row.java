package dev.vouch.discovery.intake.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.chassis.decision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file; one of the two is there.
 *
 * @param number from 1, without the header
 * @param values by column or field
 */
public record Row(
        long number, @Nullable JsonNode values, @Nullable Reason fault) {

    static Row of(long number, JsonNode values) {
        return new Row(number, values, null);
    }

    static Row unreadable(long number, Reason fault) {
        return new Row(number, null, fault);
    }
}
