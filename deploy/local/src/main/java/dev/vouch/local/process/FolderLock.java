package dev.vouch.local.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run per data folder. The operating system releases the lock when its holder dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** @throws CannotStart if another run holds the folder */
    static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        var lock = tryTake(folder);
        if (lock == null) {
            throw new CannotStart(
                    "Vouch already runs on the folder " + folder.toAbsolutePath()
                            + holder(folder)
                                    .map(pid -> " (process " + pid + ")")
                                    .orElse("")
                            + ". Stop it with Ctrl-C there or with deploy/run --stop, or name another folder with --data-folder.");
        }
        return lock;
    }

    static boolean isTaken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        var lock = tryTake(folder);
        if (lock == null) {
            return true;
        }
        lock.close();
        return false;
    }

    private static @Nullable FolderLock tryTake(Path folder) throws IOException {
        var file = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                file.truncate(0);
                file.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new FolderLock(file);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // as good as held by another one
        }
        file.close();
        return null;
    }

    private static Optional<String> holder(Path folder) throws IOException {
        String pid = Files.readString(folder.resolve(NAME));
        return pid.isEmpty() ? Optional.empty() : Optional.of(pid);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
