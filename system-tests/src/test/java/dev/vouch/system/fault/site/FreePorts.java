package dev.vouch.system.fault.site;

import dev.vouch.local.process.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Two installations on one machine must not meet. */
public final class FreePorts {

    private static final int SECOND = 20;

    private FreePorts() {}

    /**
     * The first shifted set of ports of which all are free. All lie below those that the system gives to outgoing connections:
     * one of these might take the port of a process that is away for a moment.
     */
    public static Ports find() {
        return IntStream.iterate(1_000, offset -> offset < 5_700, offset -> offset + 97)
                .mapToObj(Ports::new)
                .filter(FreePorts::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(Ports ports) {
        var services = IntStream.of(ports.campaign(), ports.discovery(), ports.scoring(), ports.outreach());
        var others = IntStream.of(ports.broker(), ports.controller(), ports.store(), ports.smtp(), ports.imap());
        return IntStream.concat(services.flatMap(port -> IntStream.of(port, second(port))), others)
                .allMatch(FreePorts::isFree);
    }

    /** Where a second instance of the service at that port listens. */
    static int second(int port) {
        return port + SECOND;
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
