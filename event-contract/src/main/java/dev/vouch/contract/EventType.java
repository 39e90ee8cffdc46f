package dev.vouch.contract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** One version of one event: what it is called on the wire, which record holds it, and on which topic it travels. */
public record EventType<E extends Event>(String name, int version, Class<E> record, Topic topic) {

    /** The CloudEvents type, {@code dev.vouch.campaign.launched.v1}. */
    public String type() {
        return "dev.vouch." + versionedName();
    }

    /**
     * The CloudEvents dataschema, which is the {@code $id} of the schema. It names and need not answer. The shared
     * definitions are {@code https://vouch.dev/schemas/shared.schema.json}, on the class path
     * {@code vouch/shared.schema.json}.
     */
    public URI dataschema() {
        return URI.create("https://vouch.dev/schemas/" + topic.service() + "/" + versionedName() + ".json");
    }

    /** The schema's place on the class path, without a leading slash. */
    public String schemaResource() {
        return "vouch/" + topic.service() + "/" + versionedName() + "/schema.json";
    }

    /** Opens the schema; to be closed by the caller. */
    public InputStream openSchema() throws IOException {
        var schema = EventType.class.getClassLoader().getResourceAsStream(schemaResource());
        if (schema == null) {
            throw new FileNotFoundException(schemaResource());
        }
        return schema;
    }

    private String versionedName() {
        return name + ".v" + version;
    }
}
