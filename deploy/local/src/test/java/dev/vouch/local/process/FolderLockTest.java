package dev.vouch.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    Path folder;

    @Test
    void a_second_run_on_the_same_folder_is_told_who_is_there() throws IOException {
        try (var first = FolderLock.take(folder)) {
            assertThat(FolderLock.isTaken(folder)).isTrue();
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--stop");
        }
    }

    @Test
    void a_folder_is_free_again_when_its_run_ended() throws IOException {
        FolderLock.take(folder).close();

        assertThat(FolderLock.isTaken(folder)).isFalse();
        FolderLock.take(folder).close();
    }

    @Test
    void a_folder_that_does_not_exist_yet_is_free() throws IOException {
        assertThat(FolderLock.isTaken(folder.resolve("new"))).isFalse();
    }
}
