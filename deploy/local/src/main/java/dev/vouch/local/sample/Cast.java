package dev.vouch.local.sample;

import dev.vouch.local.sample.Person.Profile;
import dev.vouch.local.sample.PostMaker.Style;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Invents the people, one after another, from one seed: the same seed gives the same people. */
final class Cast {

    private static final Instant OBSERVED = Instant.parse("2026-10-31T18:00:00Z");
    private static final List<String> OTHER_THEMES =
            List.of("fashion", "travel", "fitness", "pets", "books", "beauty", "music");
    private static final String SHARED_ADDRESS = "hallo@laubfrosch-management.example";

    private final Phrases phrases = Phrases.of(Cast.class, "phrases.txt");
    private final Random random;
    private final PostMaker postMaker;
    private final Set<String> handles = new HashSet<>();
    private long nextAccountId = 48_310_000_017L;

    Cast(long seed) {
        random = new Random(seed);
        postMaker = new PostMaker(phrases, random);
    }

    List<Person> everybody() {
        var people = new ArrayList<Person>();
        for (var role : Role.values()) {
            for (int nth = 0; nth < role.people; nth++) {
                people.add(invent(role, nth));
            }
        }
        return people;
    }

    private Person invent(Role role, int nth) {
        var traps = new ArrayList<String>();
        var theme = role == Role.OTHER_TOPIC ? OTHER_THEMES.get(nth % OTHER_THEMES.size()) : role.theme;
        var language = role.writesEnglish() || (role == Role.OTHER_TOPIC && nth % 2 == 1) ? "en" : "de";
        var first = phrases.one("first", random);
        var surname = phrases.one("surname", random);
        var handle = handle(first, role.category().equals("garden") ? phrases.one("garden.noun", random) : surname);
        var profile = profile(role, nth, theme, language, first + " " + surname, handle, traps);
        var nowCalled = handle;
        if (role == Role.FITS && nth >= 4 && nth < 7) {
            nowCalled = handle(first, phrases.one("garden.noun", random));
            traps.add(
                    profile.accountId().isEmpty()
                            ? "renamed, known by the listed handle only"
                            : "renamed, same account id");
        }
        boolean likesHidden = role == Role.FITS && nth >= 7 && nth < 10;
        if (likesHidden) {
            traps.add("likes are missing");
        }
        var style = new Style(
                role,
                theme,
                language,
                nowCalled,
                engagement(role, profile.followers()),
                answered(role, profile),
                likesHidden);
        var posts = postMaker.write(profile, style);
        var truth = new Truth(
                handle, nowCalled, role.name(), role.longlisted, role.shortlistable, role.why, List.copyOf(traps));
        return new Person(profile, posts, truth);
    }

    private Profile profile(
            Role role, int nth, String theme, String language, String name, String handle, List<String> traps) {
        long followers = followers(role, nth, traps);
        boolean bare = role == Role.FITS && nth >= 10 && nth < 16;
        if (bare) {
            traps.add("country, language and account kind are unknown");
        }
        var bio = bio(role, language);
        List<String> emails = emails(role, nth, handle, traps);
        if (role == Role.FITS && nth == 22) {
            bio = bio + " Post an: " + handle.replace('_', '.') + "@briefkastl.example";
            traps.add("address stands in the bio only");
        }
        var country = language.equals("en")
                ? List.of("GB", "US", "IE").get(nth % 3)
                : List.of("DE", "DE", "AT", "CH").get(nth % 4);
        boolean withoutId = role == Role.FITS && nth == 6;
        return new Profile(
                platform(role, nth),
                withoutId ? "" : Long.toString(nextAccountId += 3 + random.nextInt(900)),
                handle,
                displayName(role, nth, name),
                bio,
                emails,
                bare ? "" : country,
                bare ? List.of() : List.of(language),
                List.of(role == Role.OTHER_TOPIC ? theme : role.category()),
                followers,
                role == Role.MASS_FOLLOWER ? 5_000 + (nth == 0 ? 0 : random.nextInt(2_400)) : 120 + random.nextInt(900),
                40 + random.nextInt(1_900),
                bare ? null : followers > 500_000,
                accountKind(role, bare),
                OBSERVED.minus(Duration.ofHours(random.nextInt(200))));
    }

    /** Handles are built of words that nobody has put together before; the number keeps them apart from real accounts. */
    private String handle(String first, String noun) {
        var plain = plain(first) + (random.nextBoolean() ? "." : "_") + plain(noun);
        var handle = plain;
        while (!handles.add(handle)) {
            handle = plain + (11 + random.nextInt(980));
        }
        return handle;
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }

    private String displayName(Role role, int nth, String name) {
        if (role.isCompany() && nth % 2 == 0) {
            return name.substring(name.indexOf(' ') + 1) + (role == Role.RESTAURANT ? " Gasthaus" : " Gartenwelt");
        }
        return nth % 3 == 0 ? name + " " + phrases.one("emoji", random) : name;
    }

    private String bio(Role role, String language) {
        return switch (role) {
            case SHOP, BRAND -> phrases.one("shop.bio", random);
            case RESTAURANT -> phrases.one("restaurant.bio", random);
            case OTHER_TOPIC, STUFFED_TAGS, FALSE_FRIEND, ENGLISH_GARDENER, BORROWED_TAGS, FITS_BY_CATEGORY ->
                phrases.one("plain.bio." + language, random);
            default -> phrases.one("garden.bio.de", random);
        };
    }

    private static List<String> emails(Role role, int nth, String handle, List<String> traps) {
        var own = handle.replace('_', '.') + "@briefkastl.example";
        if (role == Role.FITS && nth == 20) {
            traps.add("two addresses");
            return List.of(own, "anfragen@setzlingspost.example");
        }
        if (role == Role.FITS && (nth == 24 || nth == 25)) {
            traps.add("shares its address with another account");
            return List.of(SHARED_ADDRESS);
        }
        boolean known =
                role.isCompany() || (role == Role.FITS && nth % 2 == 1) || (role == Role.OTHER_TOPIC && nth % 40 == 0);
        return known ? List.of(own) : List.of();
    }

    private long followers(Role role, int nth, List<String> traps) {
        if (role == Role.FITS && nth < 2) {
            traps.add("exactly on the boundary");
            return nth == 0 ? 1_000 : 100_000;
        }
        return switch (role) {
            case TOO_SMALL -> nth == 0 ? 999 : 310 + random.nextInt(640);
            case TOO_LARGE -> nth == 0 ? 100_001 : spread(101_000, 2_900_000);
            case OTHER_TOPIC -> spread(700, 3_000_000);
            case MASS_FOLLOWER -> spread(1_100, 10_000);
            default -> spread(1_050, 95_000);
        };
    }

    /** Small accounts are many, large ones few: even on a logarithmic scale. */
    private long spread(double least, double most) {
        double exponent = Math.log(least) + random.nextDouble() * (Math.log(most) - Math.log(least));
        return Math.round(Math.exp(exponent));
    }

    private static String platform(Role role, int nth) {
        if (role == Role.OTHER_PLATFORM) {
            return nth % 2 == 0 ? "youtube" : "tiktok";
        }
        return role == Role.OTHER_TOPIC && nth % 9 == 8 ? "tiktok" : "instagram";
    }

    private static String accountKind(Role role, boolean bare) {
        if (role == Role.BRAND) {
            return "BRAND";
        }
        return bare || role.isCompany() ? "" : "PERSON";
    }

    private double engagement(Role role, long followers) {
        double usual = followers < 5_000 ? 0.044 : followers < 25_000 ? 0.034 : followers < 100_000 ? 0.026 : 0.024;
        double liked = Math.exp(0.35 * random.nextGaussian());
        return switch (role) {
            case FITS -> usual * 1.3 * liked;
            case MASS_FOLLOWER -> usual * 0.3 * liked;
            case SHOP, RESTAURANT, BRAND -> usual * 0.4 * liked;
            default -> usual * liked;
        };
    }

    private static double answered(Role role, Profile profile) {
        if (role == Role.MASS_FOLLOWER || role.isCompany()) {
            return 0.05;
        }
        return profile.followers() < 25_000 ? 0.45 : profile.followers() < 100_000 ? 0.25 : 0.02;
    }
}
