package dev.vouch.system.recovery;

import dev.vouch.local.recovery.Holding;
import dev.vouch.system.fault.evidence.Witness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * What the projections say, as one hash each: the documents in the order of ids, with their state and what they have heard.
 * Counters and the history of writes are left out, for they tell how often something was written and not what.
 */
final class ProjectionHashes {

    /** @param lines one canonical document each, to show where two differ */
    record Contents(int documents, String sha256, List<String> lines) {}

    private ProjectionHashes() {}

    static Map<String, Contents> of(Witness witness) {
        var hashes = new TreeMap<String, Contents>();
        Holding.all().stream()
                .filter(holding -> holding.kind() == Holding.Kind.PROJECTION)
                .forEach(holding -> hashes.put(holding.name(), contents(witness.find(holding.name(), new Document()))));
        return hashes;
    }

    private static Contents contents(List<Document> documents) {
        var lines = documents.stream()
                .filter(each -> each.get("state") != null || each.containsKey("forgotten"))
                .sorted(Comparator.comparing(each -> each.getString("_id")))
                .map(ProjectionHashes::canonical)
                .toList();
        return new Contents(lines.size(), sha256(String.join("\n", lines)), lines);
    }

    private static String canonical(Document document) {
        var seen = document.getList("seen", Document.class, List.of()).stream()
                .map(each -> each.get("of") + "=" + each.get("sequence"))
                .sorted()
                .collect(Collectors.joining(","));
        return sorted(new Document("_id", document.get("_id"))
                        .append("state", document.get("state"))
                        .append("forgotten", document.get("forgotten"))
                        .append("seen", seen))
                .toString();
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            var fields = new TreeMap<String, Object>();
            map.forEach((name, each) -> fields.put(String.valueOf(name), sorted(each)));
            return fields;
        }
        return value instanceof List<?> list
                ? list.stream().map(ProjectionHashes::sorted).toList()
                : String.valueOf(value);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
