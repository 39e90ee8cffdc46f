package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Two campaigns want the same people, some of whom share an address, and two instances send at once. */
final class ClaimRace implements FaultTest {

    static final int PEOPLE = 20;
    private static final int WORKERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "FT-23";
    }

    @Override
    public void run(Trial trial) throws Exception {
        var second = trial.site().second("outreach-service");
        second.restart();
        try {
            var written = race(trial, PEOPLE);
            Failed.unless(
                    written.size() == new TreeSet<>(written).size() && written.size() == distinct(PEOPLE),
                    written.size() + " mails to " + new TreeSet<>(written).size() + " of " + distinct(PEOPLE)
                            + " people");
        } finally {
            second.stop();
        }
    }

    static int distinct(int people) {
        return people - people * 3 / 10;
    }

    /** @return who was written to, as often as they were */
    static List<String> race(Trial trial, int number) throws Exception {
        var run = UUID.randomUUID().toString();
        var addresses = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            addresses.add("race-" + i % distinct(number) + "-" + run + "@drill.example");
        }
        var people = trial.drill().people(addresses);
        var contacts = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            var campaign = trial.marketing().draft(100_000);
            trial.drill().shortlistAndLaunch(campaign, people, 10_000);
            contacts.addAll(trial.drill().preparedContacts(campaign, number));
        }
        approveAll(trial, contacts);
        Pause.until(PATIENCE, () -> recipients(trial, run).size() >= distinct(number));
        Pause.until(Duration.ofSeconds(8), () -> recipients(trial, run).size() > distinct(number));
        return recipients(trial, run);
    }

    private static void approveAll(Trial trial, List<String> contacts) throws InterruptedException {
        var workers = Executors.newFixedThreadPool(WORKERS);
        try {
            workers.invokeAll(contacts.stream()
                    .<Callable<Void>>map(contact -> () -> {
                        trial.drill().approve(contact);
                        return null;
                    })
                    .toList());
        } finally {
            workers.shutdown();
        }
    }

    private static List<String> recipients(Trial trial, String run) {
        try {
            return trial.witness().mails().stream()
                    .map(mail -> mail.recipient())
                    .filter(recipient -> recipient.contains(run))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
