package dev.vouch.chassis.event;

import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times of events: RFC 3339, with years of four digits. */
final class EventTime {

    private static final int LAST_YEAR = 9999;
    private static final int SEPARATOR = "2026-03-01".length();

    private EventTime() {}

    /**
     * The store keeps milliseconds; what is finer would make the same event look newer when it is told again.
     *
     * @throws DateTimeException if the text is no such time
     */
    static Instant parse(String text) {
        var time = dateTime(text);
        requireFourDigits(time.getYear());
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    static void requireFourDigits(int year) {
        if (year < 0 || year > LAST_YEAR) {
            throw new DateTimeException("a year has four digits");
        }
    }

    /** The library reads the usual forms in a fraction of the JDK's time; the JDK decides on all others. */
    private static OffsetDateTime dateTime(String text) {
        if (text.length() > SEPARATOR && text.charAt(SEPARATOR) == 'T') {
            try {
                var read = new ParsePosition(0);
                var time = ITU.parseDateTime(text, read);
                if (read.getIndex() == text.length()) {
                    return time;
                }
            } catch (DateTimeException unusual) {
                // and so it is asked of the JDK
            }
        }
        return OffsetDateTime.parse(text);
    }
}
