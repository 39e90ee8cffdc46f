package dev.vouch.testkit;

import dev.vouch.local.platform.LocalIssuer;
import dev.vouch.local.platform.MailServer;
import dev.vouch.local.platform.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Broker with all topics, store, mail server and keys for one test run; all classes that name it share one start.
 *
 * <p>Everything is embedded, the store in memory. {@code -Dvouch.test.mongodb=<uri>} names a real MongoDB instead, {@code
 * -Dvouch.test.containers} starts MongoDB and Kafka in containers. Nothing looks for a container engine otherwise.
 */
public final class Platform implements QuarkusTestResourceLifecycleManager {

    static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
    static final String SECURITY_DIRECTORY = "vouch.security.directory";

    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("de.bwaldvogel.mongo"),
            Logger.getLogger("com.icegreen.greenmail"));

    private final Closing closing = new Closing();

    @Override
    public Map<String, String> start() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            Path folder = closing.temporaryFolder();
            Path security = folder.resolve("security");
            LocalIssuer.in(security, Clock.systemUTC());
            var mail = closing.add(MailServer.start(folder.resolve("mail"), 0, 0));
            var servers = closing.add(Servers.start(folder));
            Topics.ofContract().createOn(servers.bootstrapServers());
            return settings(servers, mail, security);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(Servers servers, MailServer mail, Path security) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(BOOTSTRAP_SERVERS, servers.bootstrapServers());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers());
        settings.put("vouch.mongodb.uri", servers.storeUri());
        settings.put("MONGODB_URI", servers.storeUri());
        settings.put(SECURITY_DIRECTORY, security.toString());
        settings.put(
                "vouch.security.service-token-file",
                security.resolve("scoring-service.token").toString());
        settings.put("mp.jwt.verify.publickey.location", "file:" + security.resolve(LocalIssuer.PUBLIC_KEY_FILE));
        settings.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        settings.put("vouch.mail.smtp.host", MailServer.HOST);
        settings.put("vouch.mail.smtp.port", Integer.toString(mail.smtpPort()));
        settings.put("vouch.mail.imap.host", MailServer.HOST);
        settings.put("vouch.mail.imap.port", Integer.toString(mail.imapPort()));
        TALKATIVE.forEach(logger -> settings.put("quarkus.log.category.\"" + logger.getName() + "\".level", "ERROR"));
        return settings;
    }

    @Override
    public void stop() {
        closing.close();
    }
}
