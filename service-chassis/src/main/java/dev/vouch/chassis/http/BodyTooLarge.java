package dev.vouch.chassis.http;

/** Answered 413. */
class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
