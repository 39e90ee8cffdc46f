package dev.vouch.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTokenTest {

    @TempDir
    Path directory;

    @Test
    void the_token_is_read_from_its_file_and_again_when_that_was_replaced() throws IOException {
        var file = Files.writeString(directory.resolve("scoring.token"), "first\n");
        var token = new ServiceToken(Optional.of(file));
        var before = token.header();

        Files.writeString(file, "second\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-24T15:00:00Z")));

        assertThat(before).isEqualTo("Bearer first");
        assertThat(token.header()).isEqualTo("Bearer second");
    }

    @Test
    void without_a_file_it_says_which_setting_is_missing() {
        assertThatThrownBy(new ServiceToken(Optional.empty())::header)
                .hasMessage("vouch.security.service-token-file names no file");
    }
}
