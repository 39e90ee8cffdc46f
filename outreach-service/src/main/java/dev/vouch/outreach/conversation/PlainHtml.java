package dev.vouch.outreach.conversation;

import java.util.regex.Pattern;

/** The words of an HTML mail, line by line; what a browser would not show is gone. */
final class PlainHtml {

    private static final Pattern UNSHOWN =
            Pattern.compile("(?is)<(script|style|head|title)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern QUOTED = Pattern.compile("(?is)<blockquote\\b.*?</blockquote\\s*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PlainHtml() {}

    static String of(String html) {
        var shown = QUOTED.matcher(UNSHOWN.matcher(html).replaceAll(" ")).replaceAll(" ");
        var lines = TAG.matcher(BREAK.matcher(shown.replaceAll("\\R", " ")).replaceAll("\n"))
                .replaceAll("");
        return lines.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&euro;", "€")
                .replace("&auml;", "ä")
                .replace("&ouml;", "ö")
                .replace("&uuml;", "ü")
                .replace("&szlig;", "ß")
                .replace("&amp;", "&");
    }
}
