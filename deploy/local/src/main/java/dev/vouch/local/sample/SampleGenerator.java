package dev.vouch.local.sample;

import java.io.IOException;
import java.nio.file.Path;

/** Writes {@code deploy/sample} anew. Its argument is the folder; the people depend on the seed alone. */
public final class SampleGenerator {

    static final long SEED = 20_261_031L;

    private SampleGenerator() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments.length > 0 ? arguments[0] : "deploy/sample"));
    }

    static void write(Path directory) throws IOException {
        new SampleFiles(directory).write(SEED, new Cast(SEED).everybody());
    }
}
