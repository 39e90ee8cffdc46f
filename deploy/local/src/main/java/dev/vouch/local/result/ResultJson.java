package dev.vouch.local.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a run for other programs, in the shape that the README documents. */
public final class ResultJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultJson() {}

    public static void write(RunResult result, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document(result)) + "\n");
    }

    static ObjectNode document(RunResult result) {
        var root = JSON.createObjectNode();
        root.putObject("imported")
                .put("profiles", result.imported().profiles())
                .put("posts", result.imported().posts())
                .put("unchanged", result.imported().unchanged())
                .put("refused", result.imported().refused());
        root.put("longlisted", result.longlist().size());
        var longlist = root.putArray("longlist");
        result.longlist().forEach(entry -> put(entry, longlist.addObject()));
        root.put("scored", result.scored());
        var shortlisted = root.putArray("shortlisted");
        result.shortlisted().forEach(entry -> put(entry, shortlisted.addObject()));
        root.put("contacted", result.contacted())
                .put("contactedThisRun", result.contactedThisRun())
                .put("replied", result.replied())
                .put("assigned", result.assigned())
                .put("budgetMinorUnits", result.budgetMinorUnits())
                .put("committedMinorUnits", result.committedMinorUnits());
        var kpis = root.putArray("kpis");
        result.kpis().forEach(kpi -> put(kpi, kpis.addObject()));
        root.putObject("seconds")
                .put("start", result.seconds().start())
                .put("import", result.seconds().imported())
                .put("longlist", result.seconds().longlist())
                .put("score", result.seconds().score())
                .put("total", result.seconds().total());
        return root;
    }

    private static void put(RunResult.Listed entry, ObjectNode node) {
        node.put("handle", entry.handle()).put("influencerId", entry.influencerId());
        texts(node, "evidence", entry.evidence());
    }

    private static void put(RunResult.Shortlisted entry, ObjectNode node) {
        node.put("handle", entry.handle())
                .put("influencerId", entry.influencerId())
                .put("followers", entry.followers())
                .put("score", entry.score());
        texts(node, "reasons", entry.reasons());
    }

    private static void put(RunResult.KpiLine kpi, ObjectNode node) {
        node.put("id", kpi.id()).put("unit", kpi.unit());
        node.set("target", number(kpi.target()));
        node.set("actual", number(kpi.actual()));
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        var array = node.putArray(name);
        texts.forEach(array::add);
    }

    /** Whole numbers are written without a fraction. */
    private static JsonNode number(@Nullable Double value) {
        var nodes = JSON.getNodeFactory();
        if (value == null) {
            return nodes.nullNode();
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? nodes.numberNode(value.longValue())
                : nodes.numberNode(value);
    }
}
