package dev.vouch.system.recovery;

import dev.vouch.local.platform.Topics;
import dev.vouch.local.recovery.Databases;
import dev.vouch.local.recovery.EventLog;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import dev.vouch.system.fault.evidence.Witness;
import dev.vouch.system.fault.load.Client;
import dev.vouch.system.fault.load.Drill;
import dev.vouch.system.fault.load.Flood;
import dev.vouch.system.fault.load.Marketing;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Store;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One installation on the embedded store, and those who use it. */
final class Ground implements AutoCloseable {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> SHORTENED =
            Map.of("VOUCH_CONTACT_RETRY_AFTER", "PT2S", "VOUCH_CONTACT_LOOK_AGAIN_AFTER", "PT1S");

    final Site site;
    final Witness witness;
    final Flood flood;
    final Marketing marketing;
    final Client outreach;
    final Drill drill;
    private final Acknowledged acknowledged = new Acknowledged();

    Ground(Path folder) throws IOException {
        site = new Site(HOME, folder, SHORTENED, name -> List.of(), Store.embedded());
        site.start();
        witness = new Witness(HOME, site.bootstrapServers(), site.databaseUri(), site.smtpLog());
        flood = new Flood(site.bootstrapServers(), acknowledged);
        marketing = new Marketing(client("campaign-service"), acknowledged);
        outreach = client("outreach-service");
        drill = new Drill(flood, marketing, outreach, acknowledged, witness);
    }

    private Client client(String service) {
        return new Client(
                () -> site.instances(service).stream().map(Unit::address).toList(),
                site.folder().resolve("security"));
    }

    Databases databases() {
        return new Databases(site.databaseUri(), Map.of());
    }

    EventLog log() {
        return new EventLog(site.bootstrapServers());
    }

    /** A campaign with one prepared contact. @return the contact */
    String preparedContact(String influencer, String campaign) {
        drill.shortlistAndLaunch(campaign, List.of(influencer), 50_000);
        return drill.preparedContacts(campaign, 1).get(0);
    }

    String draft() {
        return marketing.draft(1_000_000);
    }

    void await(String what, BooleanSupplier condition) {
        if (!Pause.until(PATIENCE, condition)) {
            throw new AssertionError("not seen in time: " + what);
        }
    }

    void awaitState(String contact, String state) {
        await(contact + " " + state, () -> drill.stateOf(contact).equals(state));
    }

    void awaitQuiet() {
        await("quiet", witness::isQuiet);
    }

    void startServices() {
        Site.SERVICES.forEach(name -> site.unit(name).start());
        Site.SERVICES.forEach(name -> site.unit(name).awaitReady());
    }

    void stopServices() {
        Site.SERVICES.forEach(name -> site.unit(name).stop());
    }

    /** As a machine that burns down. The broker is another machine. */
    void loseStore() throws IOException {
        Site.SERVICES.forEach(name -> site.unit(name).kill());
        site.unit(Site.STORE).kill();
        try (var files = Files.walk(site.folder().resolve("store"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        site.unit(Site.STORE).restart();
    }

    Evidence evidence() throws IOException {
        return witness.collect(acknowledged, List.of());
    }

    List<String> recipients() throws IOException {
        return witness.mails().stream().map(mail -> mail.recipient()).toList();
    }

    /** Every fact that was said, each once. */
    Set<String> facts() {
        return Topics.ofContract().names().stream()
                .filter(topic -> !topic.endsWith(".dlt") && !topic.endsWith("-submissions"))
                .flatMap(topic -> witness.log().read(topic).stream())
                .map(Said::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        flood.close();
        witness.close();
        site.close();
    }
}
