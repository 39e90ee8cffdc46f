package dev.vouch.local.process;

import dev.vouch.local.platform.LocalIssuer;
import dev.vouch.local.platform.MailServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the services are told about their surroundings, as environment variables. */
record Environment(String bootstrapServers, String databaseUri, Ports ports, Path dataFolder) {

    /** The mailbox of the team; the local mail server takes any password. */
    private static final String MAILBOX = "team@vouch.example";

    Path securityDirectory() {
        return dataFolder.resolve("security");
    }

    Installation installation() {
        return new Installation(
                service(ports.campaign()),
                service(ports.discovery()),
                service(ports.scoring()),
                service(ports.outreach()),
                bootstrapServers,
                databaseUri,
                new Installation.Mail(MailServer.HOST, ports.smtp(), ports.imap()),
                securityDirectory(),
                dataFolder);
    }

    private static URI service(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The same for all services: what {@code quarkus:dev} needs too. */
    Map<String, String> shared() {
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        shared.put("MONGODB_URI", databaseUri);
        shared.put("VOUCH_SECURITY_DIRECTORY", securityDirectory().toString());
        shared.put("VOUCH_DISCOVERY_URL", service(ports.discovery()).toString());
        shared.put("VOUCH_MAIL_SMTP_HOST", MailServer.HOST);
        shared.put("VOUCH_MAIL_SMTP_PORT", Integer.toString(ports.smtp()));
        shared.put("VOUCH_MAIL_IMAP_HOST", MailServer.HOST);
        shared.put("VOUCH_MAIL_IMAP_PORT", Integer.toString(ports.imap()));
        shared.put("VOUCH_MAIL_USER", MAILBOX);
        shared.put("VOUCH_MAIL_PASSWORD", "local");
        shared.put("VOUCH_MAIL_FROM", MAILBOX);
        return shared;
    }

    Map<String, String> of(String service, int port) {
        var all = shared();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("VOUCH_SECURITY_SERVICE_TOKEN_FILE", tokenFile(service).toString());
        all.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.ISSUER);
        return all;
    }

    Path tokenFile(String service) {
        return securityDirectory().resolve(service + ".token");
    }
}
