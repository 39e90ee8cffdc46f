package dev.vouch.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences in named sections of a text file; picks one of a section and fills its gaps from other sections. */
public final class Phrases {

    private static final Pattern GAP = Pattern.compile("\\{([a-z.]+)}");

    private final Map<String, List<String>> sections = new HashMap<>();

    private Phrases(String text) {
        String section = "";
        for (var line : text.lines().toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
            }
        }
    }

    /** @param resource lies beside the class that uses it */
    public static Phrases of(Class<?> user, String resource) {
        try (InputStream in = user.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new Phrases(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> all(String section) {
        return sections.getOrDefault(section, List.of());
    }

    String one(String section, Random random) {
        return one(section, random, Map.of());
    }

    /** @param given what fills gaps that no section fills */
    public String one(String section, Random random, Map<String, String> given) {
        var lines = all(section);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no phrases in [" + section + "]");
        }
        return GAP.matcher(lines.get(random.nextInt(lines.size())))
                .replaceAll(gap -> Matcher.quoteReplacement(filled(gap.group(1), random, given)));
    }

    private String filled(String gap, Random random, Map<String, String> given) {
        var value = given.get(gap);
        return value == null ? one(gap, random, given) : value;
    }

    /** Several different lines, in the order in which the dice fell. */
    List<String> some(String section, int count, Random random) {
        var left = new ArrayList<>(all(section));
        var taken = new ArrayList<String>();
        while (taken.size() < count && !left.isEmpty()) {
            taken.add(left.remove(random.nextInt(left.size())));
        }
        return taken;
    }
}
