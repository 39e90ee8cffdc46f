package dev.vouch.discovery.profile;

import dev.vouch.chassis.event.Envelope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an import's observations are named in CloudEvents, so that each row's result finds its job. */
public final class ImportSource {

    private static final String PREFIX = "/discovery-service/imports/";
    private static final Pattern ROW = Pattern.compile("\\d{8,18}");

    private ImportSource() {}

    public static String of(String jobId) {
        return PREFIX + jobId;
    }

    /** In the order of the file, as long as it has fewer than a hundred million rows. */
    public static String eventId(String jobId, long row) {
        return jobId + "-" + String.format("%08d", row);
    }

    /** The reverse of {@link #eventId}. */
    public static long rowOf(String eventId) {
        return Long.parseLong(eventId.substring(eventId.lastIndexOf('-') + 1));
    }

    /** Null unless the id is a row's too: anybody may hand in an observation under any source. */
    static @Nullable String jobOf(Envelope envelope) {
        if (!envelope.source().startsWith(PREFIX)) {
            return null;
        }
        var job = envelope.source().substring(PREFIX.length());
        var isRow = envelope.id().startsWith(job + "-")
                && ROW.matcher(envelope.id().substring(job.length() + 1)).matches();
        return isRow ? job : null;
    }
}
