package dev.vouch.chassis.observability;

import jakarta.inject.Singleton;

/** Where the service is in its life: it prepares (and consumes nothing yet), serves, or stops. */
@Singleton
public class ServiceState {

    private volatile boolean prepared;
    private volatile boolean stopping;

    /** Indexes and topics exist. */
    public void prepared() {
        prepared = true;
    }

    public void stop() {
        stopping = true;
    }

    public boolean isPrepared() {
        return prepared;
    }

    public boolean isStopping() {
        return stopping;
    }
}
