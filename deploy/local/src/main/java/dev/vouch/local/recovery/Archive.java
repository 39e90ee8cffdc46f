package dev.vouch.local.recovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A backup's file: a zip with one text per collection, {@code vouch_outreach.contacts.jsonl}, one document in canonical MongoDB
 * Extended JSON per line in the order of ids, and {@code manifest.json} with number and SHA-256 of each.
 */
final class Archive {

    static final String FORMAT = "vouch-backup-1";
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    /** @param sha256 over the lines */
    record Part(String collection, long documents, String sha256) {}

    /** @param consistency SNAPSHOT or STOPPED: why the collections fit together */
    record Manifest(String format, String takenAt, String consistency, List<Part> collections) {}

    /** Where the documents of a collection come from, in the order of ids. */
    interface Documents {
        void each(Consumer<BsonDocument> take);
    }

    private Archive() {}

    /** Counts and sums up documents as the archive holds them. */
    static final class Sum {
        private final MessageDigest digest = sha256();
        private long documents;

        byte[] add(BsonDocument document) {
            var line = (document.toJson(CANONICAL) + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(line);
            documents++;
            return line;
        }

        Part of(String collection) {
            return new Part(collection, documents, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Under another name until it is whole, so that a backup that broke off is never taken for one. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private final Path partial;
        private final ZipOutputStream zip;
        private final List<Part> parts = new ArrayList<>();

        Writer(Path file) throws IOException {
            this.file = file;
            partial = file.resolveSibling(file.getFileName() + ".partial");
            zip = new ZipOutputStream(Files.newOutputStream(partial), StandardCharsets.UTF_8);
        }

        Part add(String collection, Documents documents) throws IOException {
            zip.putNextEntry(new ZipEntry(collection + ".jsonl"));
            var sum = new Sum();
            documents.each(document -> {
                try {
                    zip.write(sum.add(document));
                } catch (IOException e) {
                    throw new RecoveryRefused("The backup cannot be written: " + e.getMessage());
                }
            });
            zip.closeEntry();
            var part = sum.of(collection);
            parts.add(part);
            return part;
        }

        Manifest finish(String takenAt, String consistency) throws IOException {
            var manifest = new Manifest(FORMAT, takenAt, consistency, parts);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.close();
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.deleteIfExists(partial);
        }
    }

    /** @throws RecoveryRefused unless every part is there as the manifest describes it */
    static Manifest verify(ZipFile zip) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new RecoveryRefused(zip.getName() + " is no backup of Vouch: it has no " + MANIFEST);
        }
        var manifest = JSON.readValue(zip.getInputStream(entry), Manifest.class);
        if (!FORMAT.equals(manifest.format())) {
            throw new RecoveryRefused("This Vouch reads " + FORMAT + ", not " + manifest.format());
        }
        for (var part : manifest.collections()) {
            var sum = new Sum();
            read(zip, part, sum::add);
            if (!sum.of(part.collection()).equals(part)) {
                throw new RecoveryRefused("The backup is damaged: " + part.collection() + " is not what it was");
            }
        }
        return manifest;
    }

    static void read(ZipFile zip, Part part, Consumer<BsonDocument> take) throws IOException {
        var entry = zip.getEntry(part.collection() + ".jsonl");
        if (entry == null) {
            throw new RecoveryRefused("The backup is damaged: " + part.collection() + " is missing");
        }
        try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take.accept(BsonDocument.parse(line));
            }
        } catch (IOException | RuntimeException damaged) {
            throw new RecoveryRefused("The backup is damaged: " + part.collection() + ": " + damaged.getMessage());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
