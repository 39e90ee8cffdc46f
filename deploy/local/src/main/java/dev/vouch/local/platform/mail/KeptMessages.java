package dev.vouch.local.platform.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Accepted messages as files, one each: the envelope's recipients in the first line, then the message as it came. */
final class KeptMessages {

    private static final String SUFFIX = ".mail";

    private final Path folder;
    private int next;

    KeptMessages(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.next = files().size();
    }

    /** Returns once the message is on disk. */
    synchronized void keep(MovingMessage message) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(recipients(message).getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        message.getMessage().writeTo(bytes);
        Path unfinished = folder.resolve("unfinished");
        try (var file = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(true);
        }
        Files.move(unfinished, folder.resolve("%08d%s".formatted(next++, SUFFIX)), StandardCopyOption.ATOMIC_MOVE);
    }

    static String recipients(MovingMessage message) {
        return message.getToAddresses().stream()
                .map(MailAddress::getEmail)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** In the order in which they were accepted. */
    List<MovingMessage> load() throws IOException {
        var messages = new ArrayList<MovingMessage>();
        for (Path file : files()) {
            messages.add(load(file));
        }
        return messages;
    }

    private static MovingMessage load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        var message = new MovingMessage();
        for (String address : new String(bytes, 0, end, StandardCharsets.UTF_8).split(",")) {
            message.addRecipient(new MailAddress(address));
        }
        message.setMimeMessage(
                GreenMailUtil.newMimeMessage(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1)));
        return message;
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }
}
