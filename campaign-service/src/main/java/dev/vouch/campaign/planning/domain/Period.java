package dev.vouch.campaign.planning.domain;

import java.time.LocalDate;

/** Both days belong to it. */
public record Period(LocalDate from, LocalDate until) {}
