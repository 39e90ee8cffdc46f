package dev.vouch.outreach.template;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.outreach.template.domain.Template;
import jakarta.inject.Singleton;

@Singleton
class TemplateStore extends AggregateStore<Template> {

    TemplateStore(Stores stores) {
        super(stores, Layout.of("templates", Template.class));
    }
}
