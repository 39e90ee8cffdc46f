package dev.vouch.chassis.http;

import dev.vouch.chassis.decision.Reason;
import java.util.Map;

/** A {@link Reason} as people read it: its code for programs, its sentence in their language. */
public record Explanation(String code, Map<String, Object> facts, String sentence) {}
