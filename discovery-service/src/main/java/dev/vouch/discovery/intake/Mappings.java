package dev.vouch.discovery.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.discovery.intake.domain.Mapping;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The mappings that the service brings along, and those that the operator added. */
@Singleton
class Mappings {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final List<String> BUILT_IN = List.of(
            "vouch-profiles-csv",
            "vouch-profiles-jsonl",
            "vouch-posts-jsonl",
            "instagram-2019-influencers",
            "instagram-2019-posts");

    private final MappingStore added;
    private final Map<String, Mapping> builtIn = new TreeMap<>();

    Mappings(MappingStore added) {
        this.added = added;
        BUILT_IN.forEach(name -> builtIn.put(name, read(name)));
    }

    Collection<Mapping> all() {
        var all = new TreeMap<>(builtIn);
        added.all().forEach(each -> all.putIfAbsent(each.id(), each.state()));
        return all.values();
    }

    boolean isBuiltIn(String name) {
        return builtIn.containsKey(name);
    }

    Mapping get(String name) {
        return Optional.ofNullable(builtIn.get(name))
                .or(() -> added.find(name).map(Versioned::state))
                .orElseThrow(() -> new NotFound("mappings", name));
    }

    /** The mapping that knows most of the file's columns; all that it is recognised by have to be there. */
    Decision<Mapping> guess(Mapping.Format format, Set<String> columns) {
        var fitting = new ArrayList<Mapping>();
        for (var mapping : all()) {
            if (mapping.format() == format && columns.containsAll(mapping.recognisedBy())) {
                fitting.add(mapping);
            }
        }
        return fitting.stream()
                .max(Comparator.comparingLong(mapping -> known(mapping, columns)))
                .map(Decision::accepted)
                .orElseGet(() -> Decision.refused(Reason.of(
                        "import.no-mapping-fits",
                        "columns",
                        String.join(", ", columns.stream().limit(20).toList()))));
    }

    private static long known(Mapping mapping, Set<String> columns) {
        return mapping.fields().values().stream()
                .flatMap(rule -> rule.from().stream())
                .filter(columns::contains)
                .distinct()
                .count();
    }

    private static Mapping read(String name) {
        var resource = "/mappings/" + name + ".json";
        try (var in = Objects.requireNonNull(Mappings.class.getResourceAsStream(resource), resource)) {
            return JSON.readValue(in, Mapping.class);
        } catch (IOException fault) {
            throw new UncheckedIOException(resource, fault);
        }
    }
}
