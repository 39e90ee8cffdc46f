package dev.vouch.chassis.observability;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** The Kafka cluster as probes see it. Connects when it is first asked. */
@Singleton
public class Broker implements Dependency {

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    public Broker(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.keySet().retainAll(AdminClientConfig.configNames());
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public void ask(Duration atMost) throws Exception {
        admin().describeCluster().clusterId().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @return those of the topics that do not exist */
    public Set<String> missing(Collection<String> topics, Duration atMost) throws Exception {
        var existing = admin().listTopics().names().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        var missing = new TreeSet<>(topics);
        missing.removeAll(existing);
        return missing;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
