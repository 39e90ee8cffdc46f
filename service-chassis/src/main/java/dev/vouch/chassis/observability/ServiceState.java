package dev.vouch.chassis.observability;

import jakarta.inject.Singleton;

/** Where the service is in its life: it prepares (and consumes nothing yet), serves, or stops. */
@Singleton
public class ServiceState {

    private volatile String waitsFor = "its start";
    private volatile boolean stopping;

    public void waitsFor(String what) {
        waitsFor = what;
    }

    /** Indexes and topics exist. */
    public void prepared() {
        waitsFor = "";
    }

    public void stop() {
        stopping = true;
    }

    public boolean isPrepared() {
        return waitsFor.isEmpty();
    }

    public boolean isStopping() {
        return stopping;
    }

    String waitingFor() {
        return waitsFor;
    }
}
