package dev.vouch.system.bench;

import java.util.concurrent.locks.LockSupport;

/** Waiting for a moment, never ending before it. */
final class Due {

    private Due() {}

    static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
