package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Store;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code deploy/bench} was asked for.
 *
 * @param events 0 for the measurement's own default; so is {@code rounds}
 * @param growth the pipeline at more and more known profiles
 * @param json null when nobody wants it
 * @param jfr null when nothing is to be recorded
 */
record Options(String what, Store store, int events, int rounds, int rate, boolean growth, Path json, Path jfr) {

    static Options parse(List<String> given) {
        Deque<String> left = new ArrayDeque<>(given);
        var what = left.isEmpty() ? "" : left.pop();
        if (!Bench.ALL.containsKey(what)) {
            throw new IllegalArgumentException("what is to be measured: one of " + Bench.ALL.keySet());
        }
        var store = MemoryStore.store();
        int events = 0;
        int rounds = 0;
        int rate = 500;
        boolean growth = false;
        Path json = null;
        Path jfr = null;
        while (!left.isEmpty()) {
            var option = left.pop();
            if (option.equals("--growth") && what.equals("pipeline")) {
                growth = true;
                continue;
            }
            if (left.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            switch (option) {
                case "--store" -> store = store(left.pop());
                case "--events" -> events = positive(left.pop());
                case "--rounds" -> rounds = positive(left.pop());
                case "--rate" -> rate = positive(left.pop());
                case "--json" -> json = Path.of(left.pop());
                case "--jfr" -> jfr = Path.of(left.pop());
                default -> throw new IllegalArgumentException(option + " is not an option");
            }
        }
        return new Options(what, store, events, rounds, rate, growth, json, jfr);
    }

    int eventsOr(int usual) {
        return events == 0 ? usual : events;
    }

    int roundsOr(int usual) {
        return rounds == 0 ? usual : rounds;
    }

    private static int positive(String number) {
        int value = Integer.parseInt(number);
        if (value < 1) {
            throw new IllegalArgumentException(number + " is not a number above 0");
        }
        return value;
    }

    private static Store store(String what) {
        return switch (what) {
            case "memory" -> MemoryStore.store();
            case "embedded" -> Store.embedded();
            default -> Store.at(what, 0);
        };
    }
}
