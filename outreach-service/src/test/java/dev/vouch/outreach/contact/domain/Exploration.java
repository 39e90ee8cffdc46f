package dev.vouch.outreach.contact.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every world that can be reached from a first one, each looked at once; stops at the first broken promise and knows the way
 * that led there.
 *
 * @param way empty if no promise was broken
 */
record Exploration(Set<World> worlds, @Nullable String broken, List<World> way) {

    static Exploration of(ProtocolModel model, World first) {
        Map<World, World> cameFrom = new HashMap<>();
        var open = new ArrayDeque<World>();
        cameFrom.put(first, first);
        open.add(first);
        while (!open.isEmpty()) {
            var world = open.removeFirst();
            for (var next : model.next(world)) {
                if (cameFrom.putIfAbsent(next, world) == null) {
                    if (next.broken != null) {
                        return new Exploration(cameFrom.keySet(), next.broken, way(cameFrom, first, next));
                    }
                    open.addLast(next);
                }
            }
        }
        return new Exploration(cameFrom.keySet(), null, List.of());
    }

    private static List<World> way(Map<World, World> cameFrom, World first, World last) {
        var way = new ArrayList<World>();
        for (var world = last; !world.equals(first); world = Objects.requireNonNull(cameFrom.get(world))) {
            way.add(world);
        }
        Collections.reverse(way);
        return way;
    }

    /** The different ways in which things stand once every process has crashed. */
    Set<World> afterACrashOfAll() {
        var crashed = new HashSet<World>();
        worlds.forEach(world -> crashed.add(Recovery.afterCrash(world)));
        return crashed;
    }
}
