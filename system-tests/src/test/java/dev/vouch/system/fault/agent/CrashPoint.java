package dev.vouch.system.fault.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A named point at which a process may end.
 *
 * @param service whose process ends
 * @param method {@code class.method} where it does; "" if the code has no such place
 * @param phase {@code enter} or {@code exit}
 * @param after a {@code class.method phase} that the same thread must have passed before; "" for none
 * @param load what brings a process there
 * @param note how the place fits the name, or why there is none
 */
public record CrashPoint(
        int number, String name, String service, String method, String phase, String after, String load, String note) {

    /** All of the catalogue, those that have no place here too. */
    public static List<CrashPoint> all() {
        try (InputStream file = CrashPoint.class.getResourceAsStream("/fault/crash-points.psv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(CrashPoint::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static CrashPoint of(int number) {
        return all().get(number - 1);
    }

    private static CrashPoint of(String line) {
        var cells = line.split("\\|", -1);
        return new CrashPoint(
                Integer.parseInt(cells[0].strip()),
                cells[1].strip(),
                cells[2].strip(),
                cells[3].strip(),
                cells[4].strip(),
                cells[5].strip(),
                cells[6].strip(),
                cells[7].strip());
    }

    public boolean applies() {
        return !method.isEmpty();
    }

    /** As the agent is told of it. */
    String order() {
        return method + " " + phase + (after.isEmpty() ? "" : " after " + after);
    }
}
