package dev.vouch.local.sample;

import java.util.List;

/**
 * What a careful person would say about one account under the sample brief.
 *
 * @param handle as the profile file lists it
 * @param nowCalled the handle inside the posts, where the account was renamed; else the same
 * @param traps every other thing that is special about the account
 */
record Truth(
        String handle,
        String nowCalled,
        String role,
        Answer longlisted,
        Answer shortlistable,
        String why,
        List<String> traps) {

    /** {@code DOUBTFUL}: good reasons exist for either. */
    enum Answer {
        YES,
        DOUBTFUL,
        NO
    }

    /** A row that cannot be taken in, with the reason that should be reported for it. */
    record Refused(String file, int line, String why) {}
}
