package dev.vouch.system.fault.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Runs inside a service under test, so that the product holds no test code: ends the process exactly at a named point, or breaks
 * a rule on purpose. What is wanted stands in files of a folder that this watches.
 */
public final class FaultAgent {

    /** Written by the test: {@code [pause at ]class.method phase[ after class.method phase]}. */
    static final String ARMED = "armed";
    /** Written by this when the process ends or stands still there. */
    static final String HIT = "hit";
    /** Written by the test: the names of the rules to break, one a line. */
    static final String MUTATIONS = "mutations";

    /** Written by the test before the start: by how many milliseconds the machine's clock is ahead; may change later. */
    static final String SKEW = "skew";

    /** Before a place: stand still there until somebody lets the process go on. */
    static final String PAUSE = "pause at ";

    static final int STATUS = 42;

    /** Beside the file of points: classes with the hooks in them. */
    private static final String WOVEN = "woven";

    private static final String PUBLISHER = "dev.vouch.chassis.outbox.EventPublisher";
    private static final String GUARDS = "dev.vouch.outreach.suppression.PersonGuards";
    private static final String ROUND = "dev.vouch.chassis.consumer.Projection$Round";

    private static final long LOOK_MILLIS = 20;

    private final Path folder;
    private final ThreadLocal<Boolean> passed = ThreadLocal.withInitial(() -> false);
    private volatile Armed armed = Armed.NOWHERE;
    private volatile Set<String> mutations = Set.of();
    private volatile long skew;

    /** Where to end, and which point the same thread must have passed before; "" for none. */
    private record Armed(String where, String after, boolean pause) {

        static final Armed NOWHERE = new Armed("", "", false);

        static Armed of(String line) {
            var pause = line.startsWith(PAUSE);
            var parts = line.strip().substring(pause ? PAUSE.length() : 0).split(" after ");
            return new Armed(parts[0], parts.length > 1 ? parts[1] : "", pause);
        }
    }

    private FaultAgent(Path folder) {
        this.folder = folder;
    }

    /** @param options the folder, and after a bar the file of the points to watch, one {@code class.method} a line */
    public static void premain(String options, Instrumentation instrumentation) throws IOException {
        var parts = options.split("\\|");
        var agent = new FaultAgent(Path.of(parts[0]));
        agent.look();
        agent.lookAgainAndAgain();
        // The services' own class loader sees none of our classes: only types of the JDK may meet there.
        System.getProperties().put("vouch.fault.point", (BiConsumer<String, String>) agent::at);
        System.getProperties().put("vouch.fault.broken", (Predicate<String>) agent::isBroken);
        System.getProperties().put("vouch.fault.guard", (BinaryOperator<Object>) agent::claim);
        System.getProperties().put("vouch.fault.said", (BinaryOperator<Object>) agent::said);
        var points = Path.of(parts[1]);
        instrumentation.addTransformer(weaver(points.resolveSibling(WOVEN), pointsIn(points)));
        if (Files.exists(agent.folder.resolve(SKEW))) {
            System.getProperties().put("vouch.fault.skew", (LongSupplier) () -> agent.skew);
            SkewedClocks.installOn(instrumentation);
        }
    }

    private static Map<String, Set<String>> pointsIn(Path file) throws IOException {
        var points = new HashMap<String, Set<String>>();
        for (var line : Files.readAllLines(file)) {
            var dot = line.lastIndexOf('.');
            points.computeIfAbsent(line.substring(0, dot), each -> new HashSet<>())
                    .add(line.substring(dot + 1));
        }
        return points;
    }

    private static Weaver weaver(Path kept, Map<String, Set<String>> points) {
        var weaver = new Weaver(kept)
                .with(Hooks.NotPublished.class, PUBLISHER, Set.of("publish"))
                .with(Hooks.GuardIgnored.class, GUARDS, Set.of("claim"))
                .with(Hooks.NotSaidAgain.class, ROUND, Set.of("said"));
        points.forEach((type, methods) -> weaver.with(Hooks.Point.class, type, methods));
        return weaver;
    }

    private void lookAgainAndAgain() {
        var watching = new Thread(
                () -> {
                    while (true) {
                        try {
                            Thread.sleep(LOOK_MILLIS);
                            look();
                        } catch (IOException | InterruptedException unreadable) {
                            return;
                        }
                    }
                },
                "fault-agent");
        watching.setDaemon(true);
        watching.start();
    }

    private void look() throws IOException {
        var order = folder.resolve(ARMED);
        var wanted = Files.exists(order) ? Armed.of(Files.readString(order)) : Armed.NOWHERE;
        armed = wanted.equals(armed) ? armed : wanted;
        var broken = folder.resolve(MUTATIONS);
        mutations = Files.exists(broken) ? Set.copyOf(Files.readAllLines(broken)) : Set.of();
        var ahead = folder.resolve(SKEW);
        skew = Files.exists(ahead) ? Long.parseLong(Files.readString(ahead)) : 0;
    }

    private void at(String where, String phase) {
        var now = armed;
        if (now.where().isEmpty()) {
            return;
        }
        var point = where + " " + phase;
        if (now.after().equals(point)) {
            passed.set(true);
        }
        if (now.where().equals(point) && (now.after().isEmpty() || passed.get())) {
            hit(point, now);
        }
    }

    private synchronized void hit(String point, Armed now) {
        if (armed != now) {
            return;
        }
        armed = Armed.NOWHERE;
        try {
            Files.writeString(folder.resolve(HIT), point);
            Files.deleteIfExists(folder.resolve(ARMED));
        } catch (IOException unwritable) {
            unwritable.printStackTrace();
        }
        if (now.pause()) {
            standStill();
        } else {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private static void standStill() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            e.printStackTrace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBroken(String rule) {
        return mutations.contains(rule);
    }

    /** A claim without an objection, whatever the guard said. */
    private Object claim(Object guards, Object claim) {
        if (!isBroken("guard-ignored")) {
            return claim;
        }
        try {
            var made = claim.getClass().getDeclaredConstructors()[0];
            made.setAccessible(true);
            return made.newInstance(false, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing, if this round changed nothing. */
    private Object said(Object round, Object events) {
        if (!isBroken("last-out-not-repeated")) {
            return events;
        }
        try {
            var changed = round.getClass().getDeclaredMethod("changed");
            changed.setAccessible(true);
            return ((List<?>) changed.invoke(round)).isEmpty() ? List.of() : events;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
