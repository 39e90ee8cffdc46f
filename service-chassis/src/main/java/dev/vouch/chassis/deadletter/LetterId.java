package dev.vouch.chassis.deadletter;

import dev.vouch.chassis.aggregate.NotFound;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where a dead letter lies: {@code <channel>~<partition>~<offset>} of the dead letter topic. In the order in which letters are
 * listed.
 */
record LetterId(String channel, int partition, long offset) implements Comparable<LetterId> {

    private static final Pattern FORM = Pattern.compile("([a-z-]{1,100})~(\\d{1,4})~(\\d{1,18})");
    private static final Comparator<LetterId> ORDER = Comparator.comparing(LetterId::channel)
            .thenComparingInt(LetterId::partition)
            .thenComparingLong(LetterId::offset);

    /** @throws NotFound for what cannot be the id of a letter */
    static LetterId parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new NotFound("dead-letters", text);
        }
        return new LetterId(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
    }

    @Override
    public int compareTo(LetterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return channel + "~" + partition + "~" + offset;
    }
}
