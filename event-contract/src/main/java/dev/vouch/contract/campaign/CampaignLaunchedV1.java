package dev.vouch.contract.campaign;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The campaign is set: product, brief, budget and, before anything else, its KPIs. From here on the other services
 * work for it.
 */
public record CampaignLaunchedV1(
        String campaignId,
        String name,
        String product,
        Brief brief,
        long budgetMinorUnits,
        String currency,
        int shortlistSize,
        LocalDate periodFrom,
        LocalDate periodUntil,
        List<Kpi> kpis,
        Instant launchedAt)
        implements Event {
    public CampaignLaunchedV1 {
        Check.id("campaignId", campaignId);
        Check.text("name", name, 200);
        Check.text("product", product, 2000);
        Check.required("brief", brief);
        Check.notNegative("budgetMinorUnits", budgetMinorUnits);
        Check.currency("currency", currency);
        Check.range("shortlistSize", shortlistSize, 1, 500);
        Check.required("periodFrom", periodFrom);
        Check.required("periodUntil", periodUntil);
        kpis = Check.filledList("kpis", kpis, 50);
        Check.required("launchedAt", launchedAt);
    }

    /** Who is looked for. An empty list sets no condition. */
    public record Brief(
            List<TopicWord> topics,
            List<String> categories,
            List<String> wordsToAvoid,
            List<Platform> platforms,
            List<String> languages,
            List<String> countries,
            FollowerRange followers,
            List<AccountKind> accountKinds,
            List<String> competitors) {
        public Brief {
            topics = Check.list("topics", topics, 100);
            categories = Check.list("categories", categories, 50, (field, item) -> Check.text(field, item, 100));
            wordsToAvoid = Check.list("wordsToAvoid", wordsToAvoid, 200, (field, item) -> Check.text(field, item, 100));
            platforms = Check.list("platforms", platforms, 20);
            languages = Check.list("languages", languages, 20, Check::language);
            countries = Check.list("countries", countries, 100, Check::country);
            Check.required("followers", followers);
            accountKinds = Check.list("accountKinds", accountKinds, 10);
            competitors = Check.list("competitors", competitors, 100, (field, item) -> Check.text(field, item, 200));
        }
    }

    /** A word and what it counts. */
    public record TopicWord(String word, double weight) {
        public TopicWord {
            Check.text("word", word, 100);
            Check.range("weight", weight, 0.0, 1000.0);
        }
    }

    /** From so many to so many followers, both included. */
    public record FollowerRange(long min, long max) {
        public FollowerRange {
            Check.notNegative("min", min);
            Check.notNegative("max", max);
        }
    }

    /** A target that is measured. */
    public record Kpi(String id, String unit, double target, String measuringRule, LocalDate dueOn) {
        public Kpi {
            Check.code("id", id);
            Check.text("unit", unit, 50);
            Check.number("target", target);
            Check.text("measuringRule", measuringRule, 1000);
            Check.required("dueOn", dueOn);
        }
    }
}
