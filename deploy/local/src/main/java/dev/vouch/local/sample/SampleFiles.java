package dev.vouch.local.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the people down: profiles as CSV, posts as JSON Lines, and the truth apart from both. */
final class SampleFiles {

    static final String PROFILES = "profiles.csv";
    static final String POSTS = "posts.jsonl";
    static final String TRUTH = "truth.json";

    private static final String HEADER =
            "platform,accountId,handle,displayName,bio,emails,country,languages,categories,"
                    + "followers,following,posts,verified,accountKind,observedAt";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private final Path directory;
    private final List<Truth.Refused> refused = new ArrayList<>();

    SampleFiles(Path directory) {
        this.directory = directory;
    }

    void write(long seed, List<Person> people) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(PROFILES), profiles(people));
        Files.writeString(directory.resolve(POSTS), posts(people));
        Files.writeString(directory.resolve(TRUTH), truth(seed, people));
    }

    private String profiles(List<Person> people) {
        var lines = new ArrayList<>(List.of(HEADER));
        people.forEach(person -> lines.add(row(person.profile())));
        refuse(
                lines,
                PROFILES,
                "friendbook,991,nobody.heard.of.it,,,,,,,1200,10,3,,,2026-10-31T18:00:00Z",
                "unknown platform");
        refuse(
                lines,
                PROFILES,
                "instagram,,,Without A Name,,,,,,1200,10,3,,,2026-10-31T18:00:00Z",
                "neither account id nor handle");
        refuse(
                lines,
                PROFILES,
                "instagram,992,ziffernlos.zahlwort,,,,,,,zwölf,10,3,,,2026-10-31T18:00:00Z",
                "followers is not a number");
        return String.join("\n", lines) + "\n";
    }

    private String posts(List<Person> people) throws IOException {
        var lines = new ArrayList<String>();
        for (var person : people) {
            for (var post : person.posts()) {
                lines.add(JSON.writeValueAsString(post));
            }
        }
        refuse(
                lines,
                POSTS,
                "{\"platform\":\"instagram\",\"handle\":\"abgerissene.zeile\",\"postId\":\"71",
                "the line is cut off");
        return String.join("\n", lines) + "\n";
    }

    private void refuse(List<String> lines, String file, String line, String why) {
        lines.add(line);
        refused.add(new Truth.Refused(file, lines.size(), why));
    }

    private String truth(long seed, List<Person> people) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("brief", "deploy/briefs/sample.json");
        document.put("seed", seed);
        document.put("people", people.stream().map(Person::truth).toList());
        document.put("refusedRows", refused);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static String row(Person.Profile profile) {
        return Stream.of(
                        profile.platform(),
                        profile.accountId(),
                        profile.handle(),
                        profile.displayName(),
                        profile.bio(),
                        String.join("|", profile.emails()),
                        profile.country(),
                        String.join("|", profile.languages()),
                        String.join("|", profile.categories()),
                        profile.followers(),
                        profile.following(),
                        profile.posts(),
                        Objects.requireNonNullElse(profile.verified(), ""),
                        profile.accountKind(),
                        profile.observedAt())
                .map(value -> cell(value.toString()))
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.matches("(?s).*[,\"\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
