package dev.vouch.outreach.template;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.outreach.template.domain.DefaultTemplates;
import dev.vouch.outreach.template.domain.Template;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The template of a name: the team's own, or ours as long as the team has none; ours has the version 0. */
@Singleton
public class Templates {

    private final TemplateStore store;

    Templates(TemplateStore store) {
        this.store = store;
    }

    public Versioned<Template> firstMessageIn(@Nullable String language) {
        return get(DefaultTemplates.nameFor(language == null ? "" : language));
    }

    public Versioned<Template> followUpIn(@Nullable String language) {
        return get(DefaultTemplates.followUpFor(language == null ? "" : language));
    }

    Versioned<Template> get(String name) {
        return store.find(name)
                .or(() -> DefaultTemplates.all().stream()
                        .filter(template -> template.name().equals(name))
                        .findFirst()
                        .map(Templates::untouched))
                .orElseThrow(() -> new NotFound("templates", name));
    }

    List<Versioned<Template>> all() {
        return DefaultTemplates.all().stream()
                .map(template -> get(template.name()))
                .toList();
    }

    private static Versioned<Template> untouched(Template template) {
        return new Versioned<>(template.name(), 0, template);
    }
}
