package dev.vouch.outreach.channel;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person sends it: the platforms do not let software open a conversation. Handing the text to the person is the moment after
 * which nobody can say that it was not sent; whether it was, the person tells later.
 */
@Singleton
public class AssistedChannel implements Channel {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    @Override
    public Delivery handOver(Message message, BooleanSupplier commit) {
        return commit.getAsBoolean()
                ? new Delivery(Delivery.Kind.UNANSWERED, "opened, waits for the person's word")
                : new Delivery(Delivery.Kind.REFUSED_FOR_NOW, "not opened");
    }

    /** Where the person goes on: the platform's own way to the conversation, or the profile. */
    public Optional<URI> link(String platform, @Nullable String handle, @Nullable String profileUrl) {
        if (handle == null || !HANDLE.matcher(handle).matches()) {
            return Optional.ofNullable(profileUrl).flatMap(AssistedChannel::web);
        }
        return switch (platform.toLowerCase(Locale.ROOT)) {
            case "instagram" -> Optional.of(URI.create("https://ig.me/m/" + handle));
            case "youtube" -> Optional.of(URI.create("https://www.youtube.com/@" + handle + "/about"));
            case "tiktok" -> Optional.of(URI.create("https://www.tiktok.com/@" + handle));
            default -> Optional.ofNullable(profileUrl).flatMap(AssistedChannel::web);
        };
    }

    private static Optional<URI> web(String url) {
        try {
            var uri = URI.create(url.strip());
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }
}
