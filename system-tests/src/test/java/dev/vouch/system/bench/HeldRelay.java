package dev.vouch.system.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.vouch.system.fault.site.Pause;
import java.time.Duration;
import org.bson.Document;

/** The relay's lease of a service, taken as another instance would: outboxes grow while it is held. */
final class HeldRelay {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration NOTICED = Duration.ofSeconds(4);

    private final MongoCollection<Document> leases;
    private final Thread beating;

    private HeldRelay(MongoCollection<Document> leases) {
        this.leases = leases;
        beating = new Thread(this::beat, "lease");
        beating.setDaemon(true);
    }

    /** Returns when the lease was let go; the service takes it within two seconds. */
    static void during(Runnable work, MongoClient client, String database) {
        var held = new HeldRelay(client.getDatabase(database).getCollection("leases"));
        held.beating.start();
        Pause.of(NOTICED);
        work.run();
        held.letGo();
    }

    private void beat() {
        try {
            for (long beat = System.nanoTime(); ; beat++) {
                say("bench", beat);
                Thread.sleep(BEAT.toMillis());
            }
        } catch (InterruptedException letGo) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String holder, long beat) {
        leases.updateOne(
                new Document("_id", "relay"),
                new Document("$set", new Document("holder", holder).append("beat", beat)),
                new UpdateOptions().upsert(true));
    }

    private void letGo() {
        beating.interrupt();
        try {
            beating.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        say("", System.nanoTime());
    }
}
