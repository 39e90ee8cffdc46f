package dev.vouch.local.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_port_in_use_is_named_with_what_needs_it_and_a_way_out() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(Map.of("broker", port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + port + " for broker")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void a_free_port_is_no_objection() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatCode(() -> Ports.requireFree(Map.of("broker", port))).doesNotThrowAnyException();
    }

    @Test
    void an_offset_beyond_the_last_port_is_refused() {
        assertThatThrownBy(() -> new Ports(40_000)).hasMessageContaining("--port-offset");
        assertThatThrownBy(() -> new Ports(-1)).hasMessageContaining("--port-offset");
    }
}
