package dev.vouch.contract;

import java.net.URI;

/** One version of one event: what it is called on the wire, which record holds it, and on which topic it travels. */
public record EventType(String name, int version, Class<? extends Event> record, Topic topic) {

    /** The CloudEvents type, {@code dev.vouch.campaign.launched.v1}. */
    public String type() {
        return "dev.vouch." + versionedName();
    }

    /** The CloudEvents dataschema, which is the {@code $id} of the schema. Stable; nothing need answer there. */
    public URI dataschema() {
        return URI.create(Schemas.BASE + topic.service() + "/" + versionedName() + ".json");
    }

    /** The schema's place on the class path, without a leading slash. */
    public String schemaResource() {
        return "vouch/" + topic.service() + "/" + versionedName() + "/schema.json";
    }

    private String versionedName() {
        return name + ".v" + version;
    }
}
