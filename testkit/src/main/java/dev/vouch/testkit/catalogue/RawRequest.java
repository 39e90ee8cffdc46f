package dev.vouch.testkit.catalogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as bytes, so that it can be one that no client library would send. */
public final class RawRequest {

    /** What the sender does after the last byte. */
    enum Then {
        READ,
        /** Sends no more, as if the line had broken. */
        CUT,
        /** Sent it byte by byte. */
        DRIP,
        /** Promised more and does not send it. */
        WAIT
    }

    private record Header(String name, String value) {}

    String method;
    String target;
    String version = "HTTP/1.1";
    byte[] body = new byte[0];
    byte[] trailing = new byte[0];
    Then then = Then.READ;
    private final List<Header> headers = new ArrayList<>();

    /**
     * @param token null to say nothing of oneself
     * @param json the body, null for none
     */
    public RawRequest(String method, String target, @Nullable String token, @Nullable String json) {
        this.method = method;
        this.target = target;
        header("Host", "localhost");
        header("Accept", "application/json");
        header("Connection", "close");
        if (token != null) {
            header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            header("Content-Type", "application/json");
            body = json.getBytes(StandardCharsets.UTF_8);
        }
    }

    public void body(String json) {
        body = json.getBytes(StandardCharsets.UTF_8);
    }

    public void header(String name, String value) {
        without(name);
        headers.add(new Header(name, value));
    }

    void without(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        if (name.equalsIgnoreCase("Content-Length")) {
            headers.add(new Header("Content-Length", ""));
        }
    }

    void query(String query) {
        target += (target.contains("?") ? "&" : "?") + query;
    }

    byte[] head() {
        var head = new StringBuilder(method + " " + target + " " + version + "\r\n");
        boolean lengthIsStated = false;
        for (var header : headers) {
            if (header.name().equalsIgnoreCase("Content-Length")) {
                lengthIsStated = true;
            }
            if (!header.value().isEmpty()) {
                head.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        if (!lengthIsStated && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return Bytes.bytes(head.append("\r\n").toString());
    }

    byte[] wholeBody() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body);
        whole.writeBytes(trailing);
        return whole.toByteArray();
    }
}
