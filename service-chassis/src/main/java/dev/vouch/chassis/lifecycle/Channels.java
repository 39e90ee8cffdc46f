package dev.vouch.chassis.lifecycle;

import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Stream;

/** The incoming channels. The chassis declares all of them pausable, and paused until the service is prepared. */
@Singleton
class Channels {

    private final ChannelRegistry registry;

    Channels(ChannelRegistry registry) {
        this.registry = registry;
    }

    void pause() {
        pausable().forEach(PausableChannel::pause);
    }

    void resume() {
        pausable().forEach(PausableChannel::resume);
    }

    private Stream<PausableChannel> pausable() {
        return registry.getIncomingNames().stream().map(registry::getPausable).filter(Objects::nonNull);
    }
}
