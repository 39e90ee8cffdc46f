package dev.vouch.outreach.template;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.template.domain.Template;
import jakarta.inject.Singleton;

/** Refused with an unknown gap; contacts that were prepared before keep their wording. */
@Singleton
public class SaveTemplate {

    private final TemplateStore store;
    private final Templates templates;

    SaveTemplate(TemplateStore store, Templates templates) {
        this.store = store;
        this.templates = templates;
    }

    public Decision<Versioned<Template>> save(String name, String subject, String text, Command command) {
        var current = templates.get(name);
        var expected = command.expectedVersion();
        if (current.version() == 0 && expected != null && expected != 0) {
            throw new StaleVersion(name, expected, 0);
        }
        var language = current.state().language();
        return store.upsert(
                name,
                command,
                before -> Template.saved(new Template(name, language, subject, text)),
                Announcement.none());
    }
}
