package dev.vouch.outreach.conversation.domain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Phrases of German and English by what they show, in the spelling of {@link OwnWords#plain}. Built from how the two languages
 * say yes, no and leave me alone, not from any collection of answers.
 */
enum Signs {
    OPT_OUT(
            // the command on its own
            "^(?:bitte |please )?(?:stop+|abmelden|abbestellen|unsubscribe|austragen|opt[ -]?out|remove me)(?: bitte| please)?[.! ]*$",
            "\\bunsubscribe me\\b|\\b(?:please|bitte) (?:unsubscribe|abmelden|austragen|abbestellen)\\b",
            // no more messages
            "\\b(?:keine?n?|nie) (?:(?:weitere[nrs]?|mehr|solche[nrs]?|eure[nr]?|diese[nr]?|einzige[nr]?|werbe) ?)*"
                    + "(?:e-?mails?|mails?|nachrichten?|anfragen?|werbung|zuschriften?|kontaktaufnahmen?|newsletter)\\b"
                    + "(?! (?:gelesen|gesehen|bekommen|erhalten|gefunden|verpasst))",
            "\\b(?:nicht|nie) (?:(?:mehr|wieder|weiter|noch einmal|nochmals?) )?(?:an(?:zu)?schreib\\w*|kontaktier\\w*|zu kontaktieren"
                    + "|belastig\\w*|zu belastigen|anmail\\w*|zumull\\w*)",
            "\\b(?:schreib(?:t|en|e)?|kontaktier(?:t|en|e)?|schick(?:t|en|e)?|send(?:et|en|e)?|mail(?:t|en|e)?|meld(?:et|en|e)) (?:\\w+ ){0,4}(?:nicht mehr|nie wieder|nie mehr|nichts mehr)\\b",
            "\\b(?:mochte|will|wunsche|wunschen|mochten|wollen) (?:\\w+ ){0,4}(?:nicht mehr|nichts mehr|nie mehr|nie wieder|keinen kontakt)\\b"
                    + "(?: \\w+){0,3} ?(?:angeschrieben|kontaktiert|horen|bekommen|erhalten|werden|haben)?",
            "\\b(?:kein(?:en|e)? (?:weitere[nr]? )?kontakt)\\b",
            "\\b(?:do not|don't|dont|never|stop|quit|no longer) (?:\\w+ ){0,2}(?:contact(?:ing)?|e-?mail(?:ing)?|messag(?:e|ing)|writ(?:e|ing)"
                    + "|spam(?:ming)?|reach(?:ing)? out|bother(?:ing)?)(?: (?:to )?(?:me|us|again|any ?more|this)\\b|[.!]|$)",
            "\\b(?:no|any) (?:more|further) (?:e-?mails?|messages?|contact|requests?|outreach)\\b",
            // delete me
            "\\b(?:remove|delete|take|erase) (?:me|us|my|our|all|this address)\\b.{0,40}(?:list|database|data|details|address|e-?mail|off|records?|system|contact)?",
            "\\b(?:losch(?:en|t|e)?|entfern(?:en|t|e)?|streich(?:en|t|e)?|nimm|nehmt|nehmen sie)\\b.{0,40}"
                    + "\\b(?:mich|meine|uns|unsere)\\b.{0,60}",
            "\\b(?:meine?|unsere?|mich|uns) (?:\\w+ ){0,4}(?:zu )?(?:losch(?:en|t)|geloscht|entfernen|entfernt|streichen)\\b",
            "\\baus (?:dem|eurem|ihrem|deinem|der|eurer|ihrer) (?:\\w+ )?(?:verteiler|liste|datenbank|kartei)\\b",
            // the law
            "\\bwiderspre?i?ch\\w*\\b.{0,80}(?:daten|werbung|verarbeitung|nutzung|kontakt|zusendung)?",
            "\\b(?:i |we )?object to\\b.{0,60}(?:process|market|contact|data|e-?mail)",
            "\\bunterlass\\w*\\b|\\bcease and desist\\b|\\babmahn\\w*\\b",
            "\\b(?:lasst?|lassen sie) (?:\\w+ )?(?:mich|uns) (?:\\w+ )?in (?:ruhe|frieden)\\b|\\bleave (?:me|us) alone\\b"),

    DECLINE(
            "\\b(?:kein|keinerlei|null|no|not) (?:wirkliche[sn]? |grosse[sn]? |real |any )?(?:interesse|interest)\\b",
            "\\b(?:nicht|not|isn't|aren't|un) ?(?:\\w+ )?(?:interessiert|interested)\\b|\\bdesinteress",
            "\\b(?:no|nein|nee|ne),? ?(?:thank(?:s| you)|danke|leider)\\b|\\bthanks,? but no\\b|\\bdanke,? nein\\b",
            "^(?:nein|nee|no|nope)\\b(?!.{0,30}\\b(?:problem\\w*|worries|frage)\\b)",
            "\\b(?:ab(?:zu)?sag(?:en|e)|absage|ablehnen|lehne\\b.{0,40}\\bab|abzulehnen|verzicht\\w*|(?:muss|musste) (?:ich )?passen)\\b",
            "\\b(?:passt|passen|past)\\b (?:\\w+ ){0,6}(?:nicht|kaum|gar nicht|uberhaupt nicht)\\b|\\bpasst (?:\\w+ )?nicht (?:zu|in)\\b",
            "\\bnicht (?:das |der |die )?richtige\\b|\\bnicht so (?:ganz )?(?:mein|unser)(?:e[ns]?)?\\b",
            "\\b(?:leider|momentan|derzeit|aktuell|gerade|zurzeit|im moment|diesmal)\\b.{0,60}\\b(?:nicht|keine?n?|nein)\\b"
                    + "(?! (?:so )?(?:schnell|fruher|eher|gesehen))",
            "\\b(?:kann|konnen|mochte|mochten|will|wollen|werde|werden) (?:\\w+ ){0,5}(?:nicht (?:mitmachen|zusagen|teilnehmen|annehmen|dabei"
                    + "|mit|zusammenarbeiten|kooperieren)|keine (?:kooperation|zusammenarbeit|werbung))",
            "\\b(?:keine|ohne) (?:\\w+ )?(?:zeit|kapazitat(?:en)?|luft|lust|kooperationen?|werbung|werbepartnerschaften?|zusammenarbeit)\\b",
            "\\b(?:have to|must|will|i'll|going to|need to|decided to) (?:respectfully |politely |sadly )?(?:pass|decline|say no|turn (?:this|it) down)\\b",
            "\\b(?:i|we) (?:respectfully |politely )?(?:pass|decline)\\b",
            "\\b(?:can't|cannot|can not|won't|will not|unable to|not able to|not going to|not in a position to|don't want to|do not want to)\\b"
                    + "(?! (?:wait|believe|complain))",
            "\\b(?:not|isn't|wouldn't be|won't be) (?:really |quite )?(?:a |the |an )?(?:\\w+ )?(?:fit|match|right (?:fit|time|moment|person)|for (?:me|us)|my (?:thing|style))\\b",
            "\\b(?:not|don't) (?:currently |doing |do |accepting |taking (?:on )?|looking for )+(?:any |new |paid )*(?:collab\\w*|sponsor\\w*|partnership\\w*|cooperation\\w*|ads)\\b",
            "\\b(?:fully|already) booked\\b|\\b(?:ausgebucht|komplett ausgelastet|bereits vergeben|vertraglich gebunden)\\b|\\bunder (?:an )?exclusiv",
            "\\bno (?:time|capacity|bandwidth)\\b"),

    ACCEPT(
            "\\b(?:bin|sind|ware|waren) (?:\\w+ ){0,3}(?:dabei|mit an bord|am start)\\b",
            "\\b(?:mach|mache|machen|mach') (?:\\w+ ){0,4}mit\\b|\\bmitmachen\\b",
            "\\b(?:sage|sagen) (?:\\w+ ){0,3}zu\\b|\\bzusag(?:e|en)\\b|\\bnehme(?:n)? (?:\\w+ ){0,3}an\\b|\\b(?:einverstanden|abgemacht)\\b",
            "\\b(?:ja|jo|yes|yep|yeah|klar|absolut|absolutely|definitely|auf jeden fall|of course|sure|natürlich|naturlich)[,!. ]+"
                    + "(?:\\w+ ){0,3}(?:gern\\w*|bitte|please|klar|sehr|dabei|unbedingt|sofort|let's|happy|love|sure|interess\\w*|mache\\w*|deal|count)\\b",
            "^(?:ja|yes|yep|klar|gerne?|sehr gerne?|absolutely|definitely|deal|with pleasure|mit vergnugen|auf jeden fall)\\b(?! (?:wurde ich (?:erst|vorher|noch)|aber nicht))",
            "\\b(?:sehr|super|total|liebend|natürlich|naturlich) gern\\w*\\b|\\bgern\\w* (?:zusammen|mit euch|mit dir|mit ihnen|dabei)\\b",
            "\\b(?:wurde|wurden|mochte|mochten|will|wollen|konnte|lasst uns|lass uns|hatte|hatten) (?:\\w+ ){0,4}(?:mitmachen|zusammenarbeiten|kooperieren|dabei sein|loslegen|lust)\\b",
            "\\b(?:ich|wir) (?:hab|habe|haben|hatte|hatten) (?:\\w+ ){0,3}lust\\b",
            "\\bfreue? (?:mich|uns) (?:\\w+ ){0,3}auf (?:die|unsere|eine) (?:\\w+ )?(?:zusammenarbeit|kooperation)\\b",
            "\\b(?:i'm|i am|im|we're|we are|count me|count us) (?:\\w+ )?(?:in\\b(?! (?:a|the|an|my|our|\\w+ing)\\b)|on board|up for|down for)",
            "\\b(?:i'd|i would|we'd|we would|would) (?:\\w+ )?(?:love|like|be (?:happy|glad|delighted|thrilled|honou?red)) (?:to|that)\\b(?! (?:know|hear|see|understand|ask|learn|be removed|stop|opt))",
            "\\b(?:happy|glad|delighted|excited|thrilled) to (?:work|collaborate|join|take part|participate|be part|accept|partner|do (?:it|this))\\b",
            "\\b(?:i|we) (?:happily |gladly |hereby )?(?:accept|agree)\\b|\\blet's (?:do (?:it|this)|go|work together|make it happen)\\b|\\blooking forward to (?:working|the collab\\w*|our)\\b",
            "\\b(?:it's|that's|you have|you've got) a deal\\b|\\b(?:sign|book) me\\b"),

    INTEREST(
            "\\b(?:klingt|hort sich|klange|liest sich)\\b.{0,30}\\b(?:gut|toll|super|spannend|interessant|cool|mega|klasse|prima|verlockend|an)\\b",
            "\\bsounds? (?:\\w+ ){0,2}(?:good|great|interesting|exciting|fun|amazing|lovely|awesome|perfect)\\b",
            "\\b(?<!nicht )(?<!kein )(?:interessiert|interesse)\\b|\\b(?<!not )(?<!no )interest(?:ed)\\b",
            "\\b(?:konnte|kann) (?:ich )?(?:mir) (?:\\w+ ){0,4}vorstellen\\b|\\bopen to\\b|\\boffen (?:fur|dafur)\\b"),

    /** A no that leaves the door open. */
    RESERVE(
            "\\b(?:eigentlich|grundsatzlich|prinzipiell|generell)\\b|\\bin (?:general|principle)\\b",
            "\\b(?:ein andermal|vielleicht (?:spater|ein anderes mal)|nachstes (?:mal|jahr)|spater gern\\w*)\\b",
            "\\b(?:another time|next time|next year|maybe later|perhaps later|in the future)\\b"),

    QUESTION(
            "\\?",
            "\\b(?:wie viel|wieviel|wie hoch|welche[rsnm]?|wann|was genau|worum|womit|wer|wo|warum|wieso)\\b.{0,80}\\b(?:ist|sind|ware|waren|soll|sollen|habt|zahlt|geht|stellt|plant|erwartet|wird|kann|konnt)\\b",
            "\\b(?:how much|how many|how long|what|when|which|who|where|why|could you|can you|would you|do you|is there|are there)\\b.{0,120}\\b(?:is|are|do|does|would|budget|fee|pay|send|share|tell|expect|timeline|deadline)\\b",
            "\\b(?:mehr|weitere|nahere|more|further) (?:infos?|informationen|details?|information|einzelheiten)\\b",
            "\\b(?:frage|fragen|question|questions)\\b"),

    AUTOMATIC(
            "\\b(?:automatisch (?:generiert|erstellt|versendet|verschickt)\\w*|automatische (?:antwort|nachricht|e-?mail)|abwesenheits(?:notiz|nachricht|assistent|meldung))\\b",
            "\\b(?:this is an? auto\\w*|automatic(?:ally)? (?:reply|response|generated|sent)|automated (?:reply|response|message|e-?mail)|auto-?(?:reply|response|responder))\\b",
            "\\b(?:out of (?:the )?office|nicht im buro|ausser haus|nicht am (?:arbeits)?platz)\\b",
            "\\b(?:erst )?(?:ab|nach|bis)(?: dem| zum)? .{0,30}\\b(?:wieder (?:da|erreichbar|im buro|zuruck)|nicht erreichbar|abwesend)\\b",
            "\\b(?:bin|befinde mich|sind) (?:\\w+ ){0,6}(?:im urlaub|abwesend|in elternzeit|im mutterschutz|verreist|auf reisen|in den ferien)\\b",
            "\\b(?:i am|i'm|we are|currently) (?:\\w+ ){0,4}(?:on (?:vacation|holiday|leave|annual leave|parental leave|maternity leave)|away from)\\b",
            "\\b(?:limited|no) access to (?:my )?e-?mails?\\b|\\bwird nicht weitergeleitet\\b|\\b(?:eure|ihre|deine|your) (?:nachricht|e-?mail|anfrage|message|request) (?:ist (?:bei uns )?eingegangen|has been received|wurde empfangen)\\b");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of patterns, which are immutable
    private final List<Pattern> patterns;

    Signs(String... phrases) {
        patterns = List.of(phrases).stream().map(Pattern::compile).toList();
    }

    /** What of the sentence shows it, each phrase once. */
    List<String> in(String sentence) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(sentence))
                .filter(found -> found.find())
                .map(found -> found.group().strip())
                .filter(found -> !found.isEmpty())
                .distinct()
                .toList();
    }
}
