package dev.vouch.testkit.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code malformed-requests.txt}, which says what its cells mean.
 *
 * @param field what to spoil in each field of the body; null if the change is of the whole request
 */
public record MalformedRequest(
        String id,
        String name,
        String operations,
        List<String> changes,
        String expected,
        @Nullable String field) {

    private static final int CELLS = 5;
    private static final Pattern TOKEN = Pattern.compile("\\{token:([a-z-]+)}");
    private static final String NOT_APPLICABLE = "not applicable: ";
    private static final String FIELD = "field ";

    public static List<MalformedRequest> all() {
        return Rows.of("malformed-requests.txt", CELLS).stream()
                .map(row -> new MalformedRequest(
                        row.get(0), row.get(1), row.get(2), changes(row.get(3)), row.get(4), field(row.get(3))))
                .toList();
    }

    public boolean isApplicable() {
        return !expected.startsWith(NOT_APPLICABLE);
    }

    /** @param good the status of the same request without the change */
    public boolean expects(int status, int good) {
        return Stream.of(expected.split(" ")).anyMatch(each -> switch (each) {
            case "good" -> status == good;
            case "none" -> status == RawAnswer.NONE;
            default -> status == Integer.parseInt(each);
        });
    }

    /** @param tokens a token of a kind that opens nothing */
    public void spoil(RawRequest request, UnaryOperator<String> tokens) {
        for (var change : changes) {
            int space = change.indexOf(' ');
            var verb = space < 0 ? change : change.substring(0, space);
            var value = space < 0 ? "" : change.substring(space + 1);
            apply(request, verb, value, tokens);
        }
    }

    private static void apply(RawRequest request, String verb, String value, UnaryOperator<String> tokens) {
        switch (verb) {
            case "method" -> request.method = value;
            case "target" -> request.target = Bytes.unescaped(value.replace("{path}", path(request))) + query(request);
            case "target-upper" -> request.target = path(request).toUpperCase(Locale.ROOT) + query(request);
            case "query" -> request.query(value);
            case "version" -> request.version = value;
            case "header" -> header(request, value, tokens);
            case "headers" -> headers(request, Integer.parseInt(value));
            case "without" -> request.without(value);
            case "body" -> request.body = Bytes.of(value);
            case "gzip" -> request.body = Bytes.bomb(Integer.parseInt(value));
            case "trailing" -> request.trailing = Bytes.of(value);
            case "then" -> request.then = RawRequest.Then.valueOf(value.toUpperCase(Locale.ROOT));
            default -> throw new IllegalStateException("no such change: " + verb);
        }
    }

    private static void header(RawRequest request, String value, UnaryOperator<String> tokens) {
        int colon = value.indexOf(':');
        var filled = TOKEN.matcher(value.substring(colon + 1).strip())
                .replaceAll(found -> Matcher.quoteReplacement(tokens.apply(found.group(1))));
        request.header(value.substring(0, colon), Bytes.unescaped(filled));
    }

    private static void headers(RawRequest request, int count) {
        for (int i = 0; i < count; i++) {
            request.header("X-Note-" + i, "n");
        }
    }

    private static String path(RawRequest request) {
        int query = request.target.indexOf('?');
        return query < 0 ? request.target : request.target.substring(0, query);
    }

    private static String query(RawRequest request) {
        int query = request.target.indexOf('?');
        return query < 0 ? "" : request.target.substring(query);
    }

    private static List<String> changes(String cell) {
        return cell.equals("-") || cell.startsWith(FIELD)
                ? List.of()
                : Stream.of(cell.split(";;")).map(String::strip).toList();
    }

    private static @Nullable String field(String cell) {
        return cell.startsWith(FIELD) ? cell.substring(FIELD.length()) : null;
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
