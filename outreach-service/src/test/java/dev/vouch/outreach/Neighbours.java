package dev.vouch.outreach;

import dev.vouch.testkit.Platform;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.TreeMap;

/**
 * The platform, and a discovery that is played. One resource for both: of several, each would start in a thread whose class
 * loader is not the one that loaded the broker, and the broker looks its parts up by name.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private final Platform platform = new Platform();
    private final Discovery discovery = new Discovery();

    @Override
    public Map<String, String> start() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Neighbours.class.getClassLoader());
        try {
            var settings = new TreeMap<>(platform.start());
            settings.put("vouch.discovery.url", discovery.start());
            settings.put("vouch.contact.opened-timeout", "PT10S");
            settings.put("vouch.contact.follow-up-after", "PT0S");
            return settings;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void stop() {
        discovery.stop();
        platform.stop();
    }
}
