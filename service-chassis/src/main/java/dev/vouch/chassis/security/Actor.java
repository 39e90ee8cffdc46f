package dev.vouch.chassis.security;

import jakarta.ws.rs.core.SecurityContext;

/** The person or service behind a request, as its token names it. */
public record Actor(String name) {

    private static final Actor NOBODY = new Actor("anonymous");

    public static Actor of(SecurityContext security) {
        var principal = security.getUserPrincipal();
        return principal == null || principal.getName() == null ? NOBODY : new Actor(principal.getName());
    }
}
