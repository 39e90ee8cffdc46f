package dev.vouch.local;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of {@code deploy/run} asked for; nothing is looked up yet. */
record Arguments(
        Path profiles,
        Path posts,
        Path brief,
        @Nullable LocalDate observedAt,
        @Nullable String profileMapping,
        @Nullable String postMapping,
        boolean exit,
        @Nullable Path json,
        boolean fresh,
        boolean infra,
        boolean stop,
        int portOffset,
        Path dataFolder) {

    static final String USAGE = """
            deploy/run starts Vouch on this machine and runs its five steps.

              --profiles FILE       profiles to import (default: the invented sample)
              --posts FILE          posts of these profiles
              --brief FILE          the brief (deploy/briefs/brief.schema.json describes it)
              --observed-at DATE    when observations were made that do not say it (2026-03-31)
              --mapping NAME        the mapping of the profile file, if its header does not tell; also
                                    profiles=NAME and posts=NAME
              --exit                stop when the steps are done
              --json FILE           write the result for other programs
              --fresh               forget what earlier runs kept
              --infra               only broker, store and mail server, for quarkus:dev
              --stop                stop a run, or what a crashed one left behind
              --port-offset N       shift all ports
              --data-folder FOLDER  where the state is kept (default: .vouch)
            """;

    /** The arguments make no sense; the message says which. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrong(String why) {
            super(why);
        }
    }

    /** @param home the source tree, where the sample and the default data folder are */
    static Arguments parse(List<String> given, Path home) {
        var parsing = new Parsing(home);
        Deque<String> left = new ArrayDeque<>(given);
        while (!left.isEmpty()) {
            parsing.take(left.pop(), left);
        }
        return parsing.arguments();
    }

    private static final class Parsing {

        private final Path home;
        private @Nullable Path profiles;
        private @Nullable Path posts;
        private @Nullable Path brief;
        private @Nullable LocalDate observedAt;
        private @Nullable String profileMapping;
        private @Nullable String postMapping;
        private boolean exit;
        private @Nullable Path json;
        private boolean fresh;
        private boolean infra;
        private boolean stop;
        private int portOffset;
        private @Nullable Path dataFolder;

        Parsing(Path home) {
            this.home = home;
        }

        void take(String option, Deque<String> left) {
            switch (option) {
                case "--profiles" -> profiles = Path.of(value(option, left));
                case "--posts" -> posts = Path.of(value(option, left));
                case "--brief" -> brief = Path.of(value(option, left));
                case "--observed-at" -> observedAt = date(value(option, left));
                case "--mapping" -> mapping(value(option, left));
                case "--json" -> json = Path.of(value(option, left));
                case "--port-offset" -> portOffset = number(option, value(option, left));
                case "--data-folder" -> dataFolder = Path.of(value(option, left));
                case "--exit" -> exit = true;
                case "--fresh" -> fresh = true;
                case "--infra" -> infra = true;
                case "--stop" -> stop = true;
                default -> throw new Wrong(option + " is not an option");
            }
        }

        private static String value(String option, Deque<String> left) {
            if (left.isEmpty() || left.peek().startsWith("--")) {
                throw new Wrong(option + " needs a value");
            }
            return left.pop();
        }

        private static LocalDate date(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new Wrong("--observed-at: " + text + " is no date like 2026-03-31");
            }
        }

        private static int number(String option, String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new Wrong(option + ": " + text + " is no number");
            }
        }

        private void mapping(String text) {
            if (text.startsWith("posts=")) {
                postMapping = text.substring("posts=".length());
            } else {
                profileMapping = text.startsWith("profiles=") ? text.substring("profiles=".length()) : text;
            }
        }

        Arguments arguments() {
            if ((profiles == null) != (posts == null)) {
                throw new Wrong("--profiles and --posts belong together");
            }
            return new Arguments(
                    profiles == null ? home.resolve("deploy/sample/profiles.csv") : profiles,
                    posts == null ? home.resolve("deploy/sample/posts.jsonl") : posts,
                    brief == null ? home.resolve("deploy/briefs/sample.json") : brief,
                    observedAt,
                    profileMapping,
                    postMapping,
                    exit,
                    json,
                    fresh,
                    infra,
                    stop,
                    portOffset,
                    (dataFolder == null ? home.resolve(".vouch") : dataFolder)
                            .toAbsolutePath()
                            .normalize());
        }
    }
}
