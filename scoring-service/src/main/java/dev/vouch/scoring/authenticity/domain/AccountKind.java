package dev.vouch.scoring.authenticity.domain;

/** Who stands behind an account, as far as it shows. */
public enum AccountKind {
    PERSON,
    SHOP,
    RESTAURANT,
    BRAND,
    MAGAZINE,
    CLUB,
    UNKNOWN;

    /** Speaks for an organisation rather than for one person. */
    public boolean organisation() {
        return this != PERSON && this != UNKNOWN;
    }
}
