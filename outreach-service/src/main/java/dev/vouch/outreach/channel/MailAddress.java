package dev.vouch.outreach.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses mail can go to. Only visible ASCII: two characters of other scripts were once cut to line ends on their way
 * to the server (CVE-2025-7962), and nobody must add a command or a header through an address.
 */
public final class MailAddress {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

    private MailAddress() {}

    public static boolean isUsable(@Nullable String address) {
        return address != null && PLAIN.matcher(address).matches() && !address.contains("..");
    }

    static InternetAddress of(@Nullable String address) throws AddressException {
        if (!isUsable(address)) {
            throw new AddressException("not a plain address");
        }
        return new InternetAddress(address, true);
    }
}
