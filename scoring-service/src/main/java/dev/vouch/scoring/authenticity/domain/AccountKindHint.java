package dev.vouch.scoring.authenticity.domain;

import dev.vouch.chassis.decision.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the name and the texts say about who stands behind an account. Evidence for and against an organisation is added up
 * as log-odds; every piece that counted is a reason.
 *
 * @param organisationPercent how likely an organisation is, by the evidence found
 */
public record AccountKindHint(AccountKind kind, int organisationPercent, List<Reason> reasons) {

    /** What is read; it is judged and not kept. */
    public record Appearance(
            AccountKind declared,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String bio,
            List<String> texts) {}

    private static final double PRIOR = -0.8;
    private static final double LIKELY = 60;
    private static final double UNLIKELY = 40;

    public static AccountKindHint of(Appearance account) {
        var evidence = new Evidence();
        declared(account, evidence);
        names(account, evidence);
        voice(account, evidence);
        long percent = Math.round(100 / (1 + Math.exp(-(PRIOR + evidence.sum))));
        return new AccountKindHint(evidence.kind(percent), (int) percent, List.copyOf(evidence.reasons));
    }

    private static void declared(Appearance account, Evidence evidence) {
        if (account.declared() == AccountKind.PERSON) {
            evidence.person(3, Reason.of("account-kind.declared-person"));
        } else if (account.declared().organisation()) {
            evidence.organisation(3, account.declared(), Reason.of("account-kind.declared-organisation"));
        }
    }

    private static void names(Appearance account, Evidence evidence) {
        var found = new LinkedHashMap<AccountKind, String>();
        for (var name : List.of(orEmpty(account.displayName()), orEmpty(account.handle()))) {
            TradeWords.in(name).forEach(found::putIfAbsent);
        }
        found.forEach(
                (kind, word) -> evidence.organisation(2.2, kind, Reason.of("account-kind.word-in-name", "word", word)));
        if (TradeWords.legalForm(orEmpty(account.displayName()) + "\n" + orEmpty(account.bio()))) {
            evidence.organisation(3, AccountKind.BRAND, Reason.of("account-kind.legal-form"));
        }
    }

    private static void voice(Appearance account, Evidence evidence) {
        var texts = new ArrayList<>(account.texts());
        texts.add(orEmpty(account.bio()));
        var voice = Voice.of(texts);
        if (voice.ofOne()) {
            evidence.person(2, Reason.of("account-kind.says-i", "times", voice.singular()));
        } else if (voice.ofMany()) {
            evidence.organisation(1.2, Reason.of("account-kind.says-we", "times", voice.plural()));
        }
        if (voice.customerTexts() > 0) {
            double share = (double) voice.customerTexts() / texts.size();
            evidence.organisation(
                    share >= 0.25 ? 2 : 0.8,
                    Reason.of("account-kind.speaks-to-customers", "texts", voice.customerTexts()));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static final class Evidence {

        private final List<Reason> reasons = new ArrayList<>();
        private final Map<AccountKind, Double> kinds = new LinkedHashMap<>();
        private boolean ofPerson;
        private double sum;

        void person(double weight, Reason reason) {
            sum -= weight;
            ofPerson = true;
            reasons.add(reason);
        }

        void organisation(double weight, Reason reason) {
            sum += weight;
            reasons.add(reason);
        }

        void organisation(double weight, AccountKind kind, Reason reason) {
            organisation(weight, reason);
            kinds.merge(kind, weight, Double::sum);
        }

        AccountKind kind(long percent) {
            if (percent >= LIKELY) {
                return kinds.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(AccountKind.BRAND);
            }
            return percent <= UNLIKELY && ofPerson ? AccountKind.PERSON : AccountKind.UNKNOWN;
        }
    }
}
