package dev.vouch.local.process;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where everything of one running Vouch is, as a person in front of this machine would be told.
 *
 * @param securityDirectory holds the issuer's public key and one {@code <role>.token} file per role
 * @param dataFolder what a second run continues from
 */
public record Installation(
        URI campaign,
        URI discovery,
        URI scoring,
        URI outreach,
        String bootstrapServers,
        String databaseUri,
        Mail mail,
        Path securityDirectory,
        Path dataFolder) {

    /** The mail server that this machine's Vouch sends to and reads from. */
    public record Mail(String host, int smtpPort, int imapPort) {}

    /** The file that holds the bearer token of a role, e.g. {@code campaign-manager}. */
    public Path tokenFile(String role) {
        return securityDirectory.resolve(role + ".token");
    }
}
