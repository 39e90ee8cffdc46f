package dev.vouch.discovery.profile.domain;

/** @param foundIn where it stood: {@code bio}, {@code import} ... */
public record ContactAddress(String address, String foundIn) {}
