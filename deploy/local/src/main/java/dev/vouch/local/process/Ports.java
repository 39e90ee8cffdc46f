package dev.vouch.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports of one installation; {@code --port-offset} shifts all of them. */
public record Ports(int offset) {

    private static final int HIGHEST = 65_535;
    private static final int CONNECT_MILLIS = 500;

    public Ports {
        if (offset < 0 || 27_017 + offset > HIGHEST) {
            throw new IllegalArgumentException("--port-offset must be between 0 and " + (HIGHEST - 27_017));
        }
    }

    public int campaign() {
        return 8081 + offset;
    }

    public int discovery() {
        return 8082 + offset;
    }

    public int scoring() {
        return 8083 + offset;
    }

    public int outreach() {
        return 8084 + offset;
    }

    public int broker() {
        return 9092 + offset;
    }

    public int controller() {
        return 9093 + offset;
    }

    public int store() {
        return 27_017 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }

    /** By what needs them, the services last. */
    Map<String, Integer> needed(boolean broker, boolean store, boolean services) {
        Map<String, Integer> needed = new LinkedHashMap<>();
        if (broker) {
            needed.put("broker", broker());
            needed.put("controller", controller());
        }
        if (store) {
            needed.put("store", store());
        }
        needed.put("mail (SMTP)", smtp());
        needed.put("mail (IMAP)", imap());
        if (services) {
            needed.put("campaign-service", campaign());
            needed.put("discovery-service", discovery());
            needed.put("scoring-service", scoring());
            needed.put("outreach-service", outreach());
        }
        return needed;
    }

    /** @throws CannotStart naming every port that something else already uses */
    static void requireFree(Map<String, Integer> needed) {
        List<String> taken = needed.entrySet().stream()
                .filter(port -> !isFree(port.getValue()))
                .map(port -> port.getValue() + " for " + port.getKey())
                .toList();
        if (!taken.isEmpty()) {
            throw new CannotStart("Already in use on this machine: port " + String.join(", port ", taken)
                    + ". Stop what uses it (deploy/run --stop stops a Vouch of this folder), or shift all ports with"
                    + " --port-offset 100.");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
