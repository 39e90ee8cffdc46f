package dev.vouch.discovery.search.domain;

/** @param code BCP 47, in most cases two letters */
public record DetectedLanguage(String code, int confidencePercent) {}
