package dev.vouch.outreach.conversation;

import dev.vouch.chassis.lifecycle.GracefulStop;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the mailbox. Two instances may read the same mail; it is one message under its hash. */
@Singleton
class MailboxTimer {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxTimer.class);

    private final Mailbox mailbox;
    private final RecordReply recordReply;
    private final GracefulStop stop;

    MailboxTimer(Mailbox mailbox, RecordReply recordReply, GracefulStop stop) {
        this.mailbox = mailbox;
        this.recordReply = recordReply;
        this.stop = stop;
    }

    @Scheduled(
            identity = "read-mailbox",
            every = "${vouch.outreach.read-mailbox-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        if (!mailbox.configured() || stop.stopping()) {
            return;
        }
        try {
            mailbox.readUnseen(recordReply::record);
        } catch (MessagingException away) {
            LOG.warn("the mailbox is away: {}", away.getMessage());
        }
    }
}
