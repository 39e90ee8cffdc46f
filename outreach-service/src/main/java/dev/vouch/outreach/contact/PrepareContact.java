package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.channel.MailAddress;
import dev.vouch.outreach.channel.Sender;
import dev.vouch.outreach.contact.domain.CampaignGuard;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactCard;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.contact.domain.Preparation.Stage;
import dev.vouch.outreach.contact.domain.Recipient;
import dev.vouch.outreach.contact.domain.Wording;
import dev.vouch.outreach.suppression.PersonGuards;
import dev.vouch.outreach.template.Templates;
import dev.vouch.outreach.template.domain.Placeholder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches whom a contact is for and writes the message that a person will read before it goes. */
@Singleton
public class PrepareContact {

    private static final Logger LOG = LoggerFactory.getLogger(PrepareContact.class);
    private static final Command BY = Command.bySystem("outreach.prepare");

    private final ContactStore contacts;
    private final CampaignStore campaigns;
    private final ContactCardClient cards;
    private final PersonGuards guards;
    private final Templates templates;
    private final Sender sender;
    private final ContactSettings settings;
    private final Clock clock;

    PrepareContact(
            ContactStore contacts,
            CampaignStore campaigns,
            ContactCardClient cards,
            PersonGuards guards,
            Templates templates,
            Sender sender,
            ContactSettings settings,
            Clock clock) {
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.cards = cards;
        this.guards = guards;
        this.templates = templates;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return false if discovery is away, so that the others need not be tried now */
    public boolean prepare(String contactId) {
        var found = contacts.find(contactId);
        if (found.isEmpty() || found.get().state().preparation().stage() != Stage.TO_PREPARE) {
            return true;
        }
        var contact = found.get();
        var campaign = campaigns.guardOf(contact.state().key().campaignId());
        if (campaign.name() == null) {
            waitFor(contact, "contact.waits-for-campaign");
            return true;
        }
        try {
            var card = cards.card(
                    contact.state().key().influencerId(), contact.state().key().campaignId());
            card.ifPresentOrElse(
                    known -> write(contact, known, campaign), () -> waitFor(contact, "contact.person-unknown"));
            return true;
        } catch (ContactCardClient.Away away) {
            LOG.warn("contact={} waits for discovery: {}", contactId, away.getMessage());
            waitFor(contact, "contact.waits-for-discovery");
            return false;
        }
    }

    private void write(Versioned<Contact> contact, ContactCard card, CampaignGuard campaign) {
        var address = card.addresses().stream()
                .filter(each -> MailAddress.isUsable(each.address()))
                .findFirst();
        var recipient = new Recipient(
                card.platform(),
                card.handle(),
                card.displayName(),
                card.profileUrl(),
                card.language(),
                address.map(ContactCard.Address::address).orElse(null),
                address.map(ContactCard.Address::foundIn).orElse(null),
                card.postUrl(),
                card.excerpt(),
                guards.idsOf(
                        contact.state().key().influencerId(),
                        address.map(ContactCard.Address::address).orElse(null)));
        var wording = wording(contact.state().key(), card, recipient, campaign);
        contacts.change(contact.id(), BY, state -> state.prepared(recipient, wording), ContactEvents::since);
    }

    private Wording wording(ContactKey key, ContactCard card, Recipient recipient, CampaignGuard campaign) {
        var template =
                key.touch() == 1 ? templates.firstMessageIn(card.language()) : templates.followUpIn(card.language());
        var german = "de".equals(template.state().language());
        var filled = template.state().fill(values(card, recipient, campaign, german));
        return new Wording(
                template.id(),
                template.version(),
                template.state().language(),
                filled.subject(),
                filled.text(),
                filled.missing());
    }

    private Map<Placeholder, String> values(
            ContactCard card, Recipient recipient, CampaignGuard campaign, boolean german) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        put(values, Placeholder.DISPLAY_NAME, card.name());
        put(values, Placeholder.HANDLE, card.handle());
        put(values, Placeholder.PLATFORM, card.platform());
        put(values, Placeholder.PROFILE_URL, card.profileUrl());
        put(values, Placeholder.PRODUCT, campaign.product());
        put(values, Placeholder.CAMPAIGN_NAME, campaign.name());
        put(values, Placeholder.HOOK, card.excerpt());
        put(values, Placeholder.POST_URL, card.postUrl());
        put(values, Placeholder.SOURCE, source(recipient, german));
        put(values, Placeholder.SENDER_NAME, sender.name());
        put(values, Placeholder.SENDER_ADDRESS, sender.address());
        put(
                values,
                Placeholder.UNSUBSCRIBE,
                german
                        ? "Wenn du von uns nichts mehr hören möchtest, antworte einfach mit STOPP."
                        : "If you do not want to hear from us again, simply answer STOP.");
        return values;
    }

    private static String source(Recipient recipient, boolean german) {
        if (recipient.addressFoundIn() != null) {
            return recipient.addressFoundIn();
        }
        return german ? "dein Profil" : "your profile";
    }

    private static void put(Map<Placeholder, String> values, Placeholder name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private void waitFor(Versioned<Contact> contact, String why) {
        var again = now().plus(settings.lookAgainAfter());
        contacts.change(contact.id(), BY, state -> Decision.accepted(state.waitsFor(why, again)), ContactEvents::since);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
