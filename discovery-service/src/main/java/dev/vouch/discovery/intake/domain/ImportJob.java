package dev.vouch.discovery.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in. The same content with the same mapping and time is the same job.
 *
 * @param observedAt for observations that carry no time of their own
 * @param rows read so far; all of them once the state is APPLYING
 * @param counts by outcome; final once the state is DONE
 * @param repetitions how often the file was handed in again after it was done
 * @param fault why it failed, as a reason code
 */
public record ImportJob(
        String fileName,
        String mapping,
        Mapping.Kind kind,
        Instant observedAt,
        Instant receivedAt,
        State state,
        long rows,
        Counts counts,
        long repetitions,
        @Nullable String fault) {

    public enum State {
        READING,
        APPLYING,
        DONE,
        FAILED
    }

    /** How many rows came to which outcome. */
    public record Counts(long created, long changed, long unchanged, long refused, long deadLettered) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public long sum() {
            return created + changed + unchanged + refused + deadLettered;
        }
    }

    public static ImportJob received(
            String fileName, String mapping, Mapping.Kind kind, Instant observedAt, Instant now) {
        return new ImportJob(fileName, mapping, kind, observedAt, now, State.READING, 0, Counts.NONE, 0, null);
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    public ImportJob reading(long rowsSoFar) {
        return in(State.READING, rowsSoFar, counts, null);
    }

    public ImportJob applying(long allRows) {
        return in(State.APPLYING, allRows, counts, null);
    }

    /** Done as soon as every row has an outcome. */
    public ImportJob counted(Counts now) {
        return in(state == State.APPLYING && now.sum() >= rows ? State.DONE : state, rows, now, fault);
    }

    public ImportJob failed(String code) {
        return in(State.FAILED, rows, counts, code);
    }

    public ImportJob again() {
        return state == State.FAILED
                ? in(State.READING, 0, Counts.NONE, null)
                : new ImportJob(
                        fileName, mapping, kind, observedAt, receivedAt, state, rows, counts, repetitions + 1, fault);
    }

    /** What the last handing in came to: a repetition of a finished import changes nothing. */
    public Counts countsOfLastTime() {
        return repetitions == 0 || !isDone()
                ? counts
                : new Counts(
                        0,
                        0,
                        counts.created() + counts.changed() + counts.unchanged(),
                        counts.refused(),
                        counts.deadLettered());
    }

    private ImportJob in(State next, long allRows, Counts now, @Nullable String why) {
        return new ImportJob(fileName, mapping, kind, observedAt, receivedAt, next, allRows, now, repetitions, why);
    }
}
