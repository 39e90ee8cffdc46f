package dev.vouch.testkit;

import java.util.regex.Pattern;

/** What nobody outside is ever told: names of classes and packages, lines of a stack. */
final class Inside {

    static final Pattern NAMES = Pattern.compile(
            "Exception|dev\\.vouch|java\\.|\\tat |com\\.fasterxml|StreamRead|io\\.quarkus|io\\.vertx|io\\.netty");

    private Inside() {}
}
