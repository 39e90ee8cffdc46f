package dev.vouch.outreach.contact.domain;

import java.time.Instant;

/** A person read the preview and let it go. */
public record Approval(String by, Instant at) {}
