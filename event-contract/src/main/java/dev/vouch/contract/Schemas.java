package dev.vouch.contract;

import java.net.URI;
import java.util.Optional;

/** Where a schema named by its {@code $id} lies on the class path. */
public final class Schemas {

    static final String BASE = "https://vouch.dev/schemas/";

    /** What all schemas share: ids, money, platform. */
    public static final URI SHARED = URI.create(BASE + "shared.json");

    private Schemas() {}

    /** The resource of a schema of this contract, without a leading slash; empty for any other URI. */
    public static Optional<String> resource(URI id) {
        if (SHARED.equals(id)) {
            return Optional.of("vouch/shared.schema.json");
        }
        return EventTypes.all().stream()
                .filter(type -> type.dataschema().equals(id))
                .findFirst()
                .map(EventType::schemaResource);
    }
}
