package dev.vouch.system.fault.agent;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** What the agent writes into the services' methods. It is copied there, so it may use nothing but the JDK. */
@SuppressWarnings("unchecked") // the agent put what is taken out
final class Hooks {

    private Hooks() {}

    static final class Point {

        private Point() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t.#m") String where) {
            ((BiConsumer<String, String>) System.getProperties().get("vouch.fault.point")).accept(where, "enter");
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Origin("#t.#m") String where) {
            ((BiConsumer<String, String>) System.getProperties().get("vouch.fault.point")).accept(where, "exit");
        }
    }

    static final class NotPublished {

        private NotPublished() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return ((Predicate<String>) System.getProperties().get("vouch.fault.broken")).test("outbox-skipped");
        }
    }

    static final class GuardIgnored {

        private GuardIgnored() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This Object guards,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object claim) {
            claim = ((BinaryOperator<Object>) System.getProperties().get("vouch.fault.guard")).apply(guards, claim);
        }
    }

    static final class NotSaidAgain {

        private NotSaidAgain() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This Object round,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object events) {
            events = ((BinaryOperator<Object>) System.getProperties().get("vouch.fault.said")).apply(round, events);
        }
    }

    static final class MillisSkewed {

        private MillisSkewed() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) long now) {
            now += ((LongSupplier) System.getProperties().get("vouch.fault.skew")).getAsLong();
        }
    }

    static final class InstantSkewed {

        private InstantSkewed() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant now) {
            now = now.plusMillis(((LongSupplier) System.getProperties().get("vouch.fault.skew")).getAsLong());
        }
    }
}
