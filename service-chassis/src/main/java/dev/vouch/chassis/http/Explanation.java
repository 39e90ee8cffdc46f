package dev.vouch.chassis.http;

import dev.vouch.chassis.decision.Reason;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A {@link Reason} as people read it: its code for programs, its sentence in their language. */
public record Explanation(
        @Schema(examples = "campaign.without-kpi") String code,
        Map<String, Object> facts,

        @Schema(examples = "A campaign needs at least one KPI with a date before it is launched.")
        String sentence) {}
