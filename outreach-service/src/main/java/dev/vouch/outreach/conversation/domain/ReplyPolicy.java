package dev.vouch.outreach.conversation.domain;

import dev.vouch.outreach.contact.domain.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What does this message say? A wish to be left alone always wins, whoever or whatever wrote it. Machines are told by their
 * headers. Where signs contradict each other the answer is a suggestion for a person.
 */
public final class ReplyPolicy {

    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "^(?:re: |aw: )?(?:automatische antwort|abwesen\\w*|automatic reply|auto(?:matic)?[- ]?(?:reply|response|antwort)|auto:|out of (?:the )?office).*");
    private static final Pattern BOUNCE_SUBJECT = Pattern.compile(
            "^(?:undeliver\\w*|delivery (?:status|failure|has failed)|mail delivery (?:failed|subsystem)|returned mail|failure notice|unzustellbar"
                    + "|nicht zustellbar|zustellung fehlgeschlagen).*");
    private static final Pattern BOUNCE_SENDER = Pattern.compile(".*(?:mailer-daemon|postmaster)@.*");

    private ReplyPolicy() {}

    /** @param sent what we had written: where a mail program quotes it unmarked, it is still not the person's own words */
    public static Understanding understand(Incoming message, String sent) {
        var own = OwnWords.of(message.text(), sent);
        var sentences = new ArrayList<>(OwnWords.sentences(own));
        var optOut = signs(Signs.OPT_OUT, sentences);
        if (isBounce(message)) {
            return new Understanding(Meaning.BOUNCE, true, List.of("delivery report"), null, null);
        }
        if (optOut.isEmpty() && isCommandSubject(message)) {
            optOut = List.of("subject");
        }
        if (!optOut.isEmpty()) {
            return new Understanding(Meaning.OPT_OUT, true, optOut, null, null);
        }
        if (isMarkedAutomatic(message)) {
            return new Understanding(Meaning.AUTOMATIC, true, List.of("header"), null, null);
        }
        return weigh(sentences, AskedFee.in(OwnWords.plain(own)));
    }

    private static Understanding weigh(List<String> sentences, Optional<AskedFee> fee) {
        var automatic = signs(Signs.AUTOMATIC, sentences);
        var decline = signs(Signs.DECLINE, sentences);
        var accept = signs(Signs.ACCEPT, withoutDeclining(sentences));
        var interest = signs(Signs.INTEREST, withoutDeclining(sentences));
        var question = signs(Signs.QUESTION, sentences);
        if (!automatic.isEmpty()) {
            var alone = accept.isEmpty() && decline.isEmpty() && interest.isEmpty();
            return understood(Meaning.AUTOMATIC, alone, automatic, fee);
        }
        if (!decline.isEmpty()) {
            var doubts = !accept.isEmpty()
                    || !interest.isEmpty()
                    || !signs(Signs.RESERVE, sentences).isEmpty();
            return understood(Meaning.DECLINED, !doubts, decline, fee);
        }
        if (!accept.isEmpty()) {
            return understood(Meaning.ACCEPTED, question.isEmpty(), accept, fee);
        }
        if (!question.isEmpty()) {
            return understood(Meaning.QUESTION, true, question, fee);
        }
        if (!interest.isEmpty() || fee.isPresent()) {
            return understood(Meaning.ACCEPTED, false, interest.isEmpty() ? List.of("fee") : interest, fee);
        }
        return understood(Meaning.OTHER, false, List.of(), fee);
    }

    /** "Das passt leider nicht" must not be read as a yes because of a word inside the no. */
    private static List<String> withoutDeclining(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> Signs.DECLINE.in(sentence).isEmpty())
                .toList();
    }

    private static Understanding understood(
            Meaning meaning, boolean certain, List<String> because, Optional<AskedFee> fee) {
        return new Understanding(
                meaning,
                certain,
                because,
                fee.map(AskedFee::minorUnits).orElse(null),
                fee.map(AskedFee::currency).orElse(null));
    }

    private static List<String> signs(Signs kind, List<String> sentences) {
        return sentences.stream()
                .flatMap(sentence -> kind.in(sentence).stream())
                .distinct()
                .limit(5)
                .toList();
    }

    private static boolean isBounce(Incoming message) {
        var type = message.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        var report = type.contains("multipart/report") && type.contains("delivery-status");
        var sender = message.from() != null
                && BOUNCE_SENDER
                        .matcher(message.from().toLowerCase(Locale.ROOT))
                        .matches();
        return report || sender || BOUNCE_SUBJECT.matcher(subject(message)).matches();
    }

    private static boolean isMarkedAutomatic(Incoming message) {
        var headers = message.headers();
        var submitted = headers.getOrDefault("auto-submitted", "no").strip().toLowerCase(Locale.ROOT);
        var precedence = headers.getOrDefault("precedence", "").strip().toLowerCase(Locale.ROOT);
        return !(submitted.isEmpty() || submitted.startsWith("no"))
                || precedence.equals("auto_reply")
                || precedence.equals("bulk")
                || precedence.equals("junk")
                || headers.containsKey("x-autoreply")
                || headers.containsKey("x-autorespond")
                || AUTOMATIC_SUBJECT.matcher(subject(message)).matches();
    }

    /** The one-click way: the List-Unsubscribe address asks for a mail with this subject. */
    private static boolean isCommandSubject(Incoming message) {
        return subject(message).matches("(?:stop+|unsubscribe|abmelden|abbestellen)[.! ]*");
    }

    private static String subject(Incoming message) {
        return message.subject() == null ? "" : OwnWords.plain(message.subject());
    }
}
