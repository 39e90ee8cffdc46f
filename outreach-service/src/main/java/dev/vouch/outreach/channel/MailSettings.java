package dev.vouch.outreach.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** The mail server; see the README's table. */
@ConfigMapping(prefix = "vouch.mail")
public interface MailSettings {

    /** How the connection is protected. */
    enum Protection {
        /** STARTTLS, and no mail without it. */
        REQUIRED,
        /** TLS from the first byte. */
        IMPLICIT,
        NONE
    }

    Server smtp();

    Server imap();

    Optional<String> user();

    Optional<String> password();

    @WithDefault("team@vouch.example")
    String from();

    @WithName("from-name")
    @WithDefault("Vouch")
    String fromName();

    /** How long to wait for the server's word after the dot; RFC 5321 asks for ten minutes. */
    @WithDefault("PT10M")
    Duration answerTimeout();

    interface Server {

        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("0")
        int port();

        /** By default REQUIRED, except on this machine. */
        Optional<Protection> protection();
    }

    /** Static, because a mapping takes each of its methods for a setting. */
    static Protection protectionOf(Server server) {
        var host = server.host();
        var local = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
        return server.protection().orElse(local ? Protection.NONE : Protection.REQUIRED);
    }
}
