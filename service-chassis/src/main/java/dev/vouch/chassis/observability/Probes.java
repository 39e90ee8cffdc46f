package dev.vouch.chassis.observability;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * What an orchestrator asks. Alive: the process can get on by itself; no outage of broker or store ever restarts it. Ready: it
 * can serve now. Started: its topics and indexes exist.
 */
@Singleton
class Probes {

    private static final Logger LOG = Logger.getLogger(Probes.class);
    private static final String OK = "answers";
    private static final String NO_ANSWER = "does not answer";
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    /** The store's driver takes its two seconds itself and then says why. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Watchdog watchdog;
    private final ConsumerProgress progress;
    private final ServiceState state;
    private final List<Dependency> dependencies;
    private final ExecutorService executor;

    Probes(
            Watchdog watchdog,
            ConsumerProgress progress,
            ServiceState state,
            @All List<Dependency> dependencies,
            ExecutorService executor) {
        this.watchdog = watchdog;
        this.progress = progress;
        this.state = state;
        this.dependencies = dependencies;
        this.executor = executor;
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck progress() {
        return () -> {
            var stuck = watchdog.stuck();
            var response = HealthCheckResponse.named("progress").status(stuck.isEmpty());
            stuck.ifPresent(why -> response.withData("stuck", why));
            return response.build();
        };
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck serving() {
        return () -> {
            var response = HealthCheckResponse.named("serving");
            boolean ready = state.isPrepared()
                    && !state.isStopping()
                    && progress.outages().isEmpty();
            response.withData("prepared", state.isPrepared()).withData("stopping", state.isStopping());
            progress.outages().forEach(channel -> response.withData("outage of " + channel, true));
            for (var answer : askAll().entrySet()) {
                ready &= answer.getValue().equals(OK);
                response.withData(answer.getKey(), answer.getValue());
            }
            return response.status(ready).build();
        };
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return () ->
                HealthCheckResponse.named("prepared").status(state.isPrepared()).build();
    }

    private Map<String, String> askAll() {
        var asked = new LinkedHashMap<String, CompletableFuture<String>>();
        dependencies.forEach(dependency -> asked.put(
                dependency.name(),
                CompletableFuture.supplyAsync(() -> ask(dependency), executor)
                        .completeOnTimeout(NO_ANSWER, QUICKLY.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)));
        var answers = new LinkedHashMap<String, String>();
        asked.forEach((name, answer) -> answers.put(name, answer.join()));
        return answers;
    }

    private static String ask(Dependency dependency) {
        try {
            dependency.ask(QUICKLY);
            return OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        } catch (Exception e) {
            LOG.debugf(e, "%s does not answer", dependency.name());
            return NO_ANSWER;
        }
    }
}
