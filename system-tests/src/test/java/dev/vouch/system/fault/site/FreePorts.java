package dev.vouch.system.fault.site;

import dev.vouch.local.process.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Two installations on one machine must not meet. */
public final class FreePorts {

    private FreePorts() {}

    /** The first shifted set of ports of which all are free. */
    public static Ports find() {
        return IntStream.iterate(10_000, offset -> offset < 30_000, offset -> offset + 97)
                .mapToObj(Ports::new)
                .filter(FreePorts::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(Ports ports) {
        return IntStream.of(
                        ports.campaign(),
                        ports.discovery(),
                        ports.scoring(),
                        ports.outreach(),
                        ports.broker(),
                        ports.controller(),
                        ports.store(),
                        ports.smtp(),
                        ports.imap())
                .allMatch(FreePorts::isFree);
    }

    /** A port that nobody listens on now. */
    static int any() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
