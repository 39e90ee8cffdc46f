package dev.vouch.outreach.template.domain;

import java.util.List;

/** What is there before the team has written anything: honest, short, one question. */
public final class DefaultTemplates {

    private static final Template GERMAN =
            new Template("first-de", "de", "{{displayName}}, eine Frage zu {{product}}", """
            Hallo {{displayName}},

            ich bin {{senderName}} und bereite die Kampagne „{{campaignName}}“ für {{product}} vor.

            Dein Beitrag „{{hook}}“ hat mich darauf gebracht, dass wir zueinander passen könnten: {{postUrl}}

            Hättest du Lust, mit uns zusammenzuarbeiten? Was wir zeigen und wie, entwickeln wir gemeinsam; die Zusammenarbeit \
            wird als Werbung gekennzeichnet und bezahlt. Wenn du magst, nenn mir gleich deine Honorarvorstellung.

            Ich schreibe dir, weil deine Kontaktdaten öffentlich stehen ({{source}}). Mehr als dein öffentliches Profil \
            {{profileUrl}} haben wir dafür nicht gespeichert, und auf Wunsch löschen wir es.

            {{unsubscribe}}

            Viele Grüße
            {{senderName}}
            """);

    private static final Template ENGLISH =
            new Template("first-en", "en", "{{displayName}}, a question about {{product}}", """
            Hi {{displayName}},

            I am {{senderName}}, and I am preparing the campaign "{{campaignName}}" for {{product}}.

            Your post "{{hook}}" made me think that we could be a good match: {{postUrl}}

            Would you like to work with us? We work out together what to show and how; the cooperation is paid and labelled as \
            advertising. If you like, tell me the fee that you have in mind.

            I am writing because your contact details are public ({{source}}). We have stored no more than your public profile \
            {{profileUrl}} for this, and we delete it if you wish.

            {{unsubscribe}}

            Best regards
            {{senderName}}
            """);

    private static final Template GERMAN_FOLLOW_UP =
            new Template("follow-up-de", "de", "Noch einmal: {{product}}", """
            Hallo {{displayName}},

            vor ein paar Tagen habe ich dich gefragt, ob du bei „{{campaignName}}“ für {{product}} dabei sein möchtest. Falls die             Nachricht untergegangen ist: Magst du mir mit einem kurzen Ja oder Nein antworten? Ein Nein ist völlig in Ordnung.

            {{unsubscribe}}

            Viele Grüße
            {{senderName}}
            """);

    private static final Template ENGLISH_FOLLOW_UP = new Template("follow-up-en", "en", "Once more: {{product}}", """
            Hi {{displayName}},

            a few days ago I asked whether you would like to take part in "{{campaignName}}" for {{product}}. In case the message             got lost: could you answer with a short yes or no? A no is perfectly fine.

            {{unsubscribe}}

            Best regards
            {{senderName}}
            """);

    private DefaultTemplates() {}

    public static List<Template> all() {
        return List.of(GERMAN, ENGLISH, GERMAN_FOLLOW_UP, ENGLISH_FOLLOW_UP);
    }

    public static String followUpFor(String language) {
        return "de".equals(language) ? GERMAN_FOLLOW_UP.name() : ENGLISH_FOLLOW_UP.name();
    }

    /** German to people who write German, English to everybody else. */
    public static String nameFor(String language) {
        return "de".equals(language) ? GERMAN.name() : ENGLISH.name();
    }
}
