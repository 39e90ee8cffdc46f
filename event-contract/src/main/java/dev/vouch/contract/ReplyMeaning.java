package dev.vouch.contract;

/** What an answer means, as far as it is understood. */
public enum ReplyMeaning {
    ACCEPTED,
    DECLINED,
    QUESTION,
    OPT_OUT,
    AUTOMATIC,
    BOUNCE,
    OTHER,
    UNKNOWN
}
