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
import java.util.regex.Pattern;

/** The sentences of {@code phrases.txt}; picks one of a section and fills its gaps. */
final class Phrases {

    private static final Pattern GAP = Pattern.compile("\\{([a-z.]+)}");

    private final Map<String, List<String>> sections = new HashMap<>();

    Phrases() {
        String section = "";
        for (var line : text().lines().toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
            }
        }
    }

    List<String> all(String section) {
        return sections.getOrDefault(section, List.of());
    }

    String one(String section, Random random) {
        var lines = all(section);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no phrases in [" + section + "]");
        }
        return GAP.matcher(lines.get(random.nextInt(lines.size()))).replaceAll(gap -> one(gap.group(1), random));
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

    private static String text() {
        try (InputStream in = Phrases.class.getResourceAsStream("phrases.txt")) {
            if (in == null) {
                throw new IllegalStateException("phrases.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
