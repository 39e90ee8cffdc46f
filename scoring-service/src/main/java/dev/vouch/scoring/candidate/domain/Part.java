package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;

/**
 * Points and the reason for them.
 *
 * @param id the criterion, or {@code deduction}
 * @param tenths in tenths of a point; negative for a deduction
 * @param ofTenths how many there were to be had; 0 for a deduction
 */
public record Part(String id, int tenths, int ofTenths, Reason reason) {

    public static final String DEDUCTION = "deduction";
}
