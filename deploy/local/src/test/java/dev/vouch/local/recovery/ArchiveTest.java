package dev.vouch.local.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final List<BsonDocument> DOCUMENTS = List.of(
            BsonDocument.parse(
                    "{\"_id\":\"a\",\"count\":{\"$numberLong\":\"7\"},\"at\":{\"$date\":\"2026-01-01T00:00:00Z\"}}"),
            BsonDocument.parse("{\"_id\":\"b\",\"text\":\"two\\nlines, ümlaut\",\"none\":null}"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_backup() throws IOException {
        file = folder.resolve("backup.zip");
        try (var archive = new Archive.Writer(file)) {
            archive.add("vouch_x.y", DOCUMENTS::forEach);
            archive.finish("2026-01-01T00:00:00Z", "STOPPED");
        }
    }

    @Test
    void every_document_comes_back_with_its_types() throws IOException {
        var found = new ArrayList<BsonDocument>();
        try (var zip = new ZipFile(file.toFile())) {
            var part = Archive.verify(zip).collections().get(0);
            Archive.read(zip, part, found::add);
            assertThat(part.documents()).isEqualTo(2);
        }

        assertThat(found).isEqualTo(DOCUMENTS);
    }

    @Test
    void a_changed_a_missing_and_an_unfinished_backup_are_refused() throws IOException {
        rewrite("/vouch_x.y.jsonl", "{\"_id\":\"a\"}\n");
        assertRefused("damaged");
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath("/vouch_x.y.jsonl"));
        }
        assertRefused("missing");
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath("/manifest.json"));
        }
        assertRefused("no manifest.json");
    }

    @Test
    void a_backup_that_broke_off_leaves_no_file() throws IOException {
        var broken = folder.resolve("broken.zip");
        try (var archive = new Archive.Writer(broken)) {
            archive.add("vouch_x.y", DOCUMENTS::forEach);
        }

        assertThat(folder.toFile().list()).containsExactly("backup.zip");
    }

    private void rewrite(String entry, String text) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.write(zip.getPath(entry), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void assertRefused(String why) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            assertThatThrownBy(() -> Archive.verify(zip))
                    .isInstanceOf(RecoveryRefused.class)
                    .hasMessageContaining(why);
        }
    }
}
