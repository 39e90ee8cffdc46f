package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.agent.Sabotage;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Witness;
import dev.vouch.system.fault.invariant.Invariant;
import dev.vouch.system.fault.invariant.Invariant.Finding;
import dev.vouch.system.fault.load.Client;
import dev.vouch.system.fault.load.Drill;
import dev.vouch.system.fault.load.Flood;
import dev.vouch.system.fault.load.Load;
import dev.vouch.system.fault.load.Marketing;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Store;
import dev.vouch.system.fault.site.Timeouts;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;

/** One installation on which fault tests are run one after the other, with everything that they need. */
public final class Trial implements AutoCloseable {

    private static final int MOST_LOOKS = 3;

    /** Read by every JVM. */
    private static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";

    private final Path home;
    private final Consumer<String> say;
    private final Site site;
    private final Sabotage sabotage;
    private final Acknowledged acknowledged = new Acknowledged();
    private final Witness witness;
    private final Flood flood;
    private final Marketing marketing;
    private final Drill drill;
    private final Random random;
    private final Size size;

    /**
     * How much is done to it.
     *
     * @param seed decides every choice that is left to chance
     * @param kills of FT-01
     * @param events of FT-01 at least
     * @param rounds of the tests that stop one thing again and again
     */
    public record Size(long seed, int kills, int events, int rounds) {}

    /** @param home the source tree; @param folder for everything that the installation keeps */
    public Trial(Path home, Path folder, Store store, Size size, Consumer<String> say) throws IOException {
        this.home = home;
        this.size = size;
        this.say = say;
        random = new Random(size.seed());
        sabotage = new Sabotage(folder.resolve("sabotage"));
        site = new Site(home, folder, Timeouts.SHORTENED, process -> List.of(), store);
        site.start();
        witness = new Witness(home, site.bootstrapServers(), site.databaseUri(), site.smtpLog());
        flood = new Flood(site.bootstrapServers(), acknowledged);
        marketing = new Marketing(client("campaign-service"), acknowledged);
        drill = new Drill(flood, marketing, client("outreach-service"), acknowledged, witness);
    }

    /** One that asks whichever instance answers. */
    public Client client(String service) {
        Supplier<List<URI>> instances =
                () -> site.instances(service).stream().map(Unit::address).toList();
        return new Client(instances, site.folder().resolve("security"));
    }

    public Path home() {
        return home;
    }

    public void say(String line) {
        say.accept(line);
    }

    public Site site() {
        return site;
    }

    public Sabotage sabotage() {
        return sabotage;
    }

    public Witness witness() {
        return witness;
    }

    public Flood flood() {
        return flood;
    }

    public Marketing marketing() {
        return marketing;
    }

    public Drill drill() {
        return drill;
    }

    public Random random() {
        return random;
    }

    public Size size() {
        return size;
    }

    /** Starts them, or starts them again, so that the sabotage can tell them what to do; one that listens starts more slowly. */
    public void infiltrate(Collection<Unit> units) {
        units.forEach(unit -> unit.set(JVM_OPTIONS, sabotage.jvmOption(unit.name())));
        units.stream().filter(Unit::isAlive).forEach(Unit::kill);
        units.forEach(Unit::start);
        units.forEach(Unit::awaitReady);
    }

    /** From their next start on they are left alone. */
    public void withdraw(Collection<Unit> units) {
        units.forEach(unit -> unit.set(JVM_OPTIONS, ""));
    }

    /** Goes on until it is closed. */
    public Load load(int perSecond) {
        return load(perSecond, Integer.MAX_VALUE);
    }

    /** Its submissions end at that number. */
    public Load load(int perSecond, int most) {
        return new Load(flood, marketing, perSecond, most);
    }

    /** Waits until nothing is left to do, no longer than the stated time, and collects what then is there. */
    public Evidence evidence() throws IOException {
        // UNKNOWN appears only when the shortened time-outs are over
        Pause.until(Witness.TO_REST, () -> witness.isQuiet() && noneIsBeingSent());
        var disturbances = Stream.concat(
                        site.instances("outreach-service").stream(), Stream.ofNullable(site.unit(Site.STORE)))
                .flatMap(unit -> unit.disturbances().stream())
                .toList();
        return witness.collect(acknowledged, disturbances);
    }

    private boolean noneIsBeingSent() {
        return List.of("CLAIMED", "COMMITTING").stream()
                .allMatch(state -> witness.find("vouch_outreach.contacts", new Document("state.state", state))
                        .isEmpty());
    }

    /** A timer may write while the picture is taken, so a breach is looked at again: what is lost or said twice stays so. */
    public List<Finding> findings() throws IOException {
        var findings = look();
        for (int look = 1; look < MOST_LOOKS && !findings.stream().allMatch(Finding::holds); look++) {
            findings = look();
        }
        return findings;
    }

    /** What the invariants say to what is there now. */
    List<Finding> look() throws IOException {
        var evidence = evidence();
        return Invariant.ALL.stream()
                .map(invariant -> invariant.check(evidence))
                .toList();
    }

    /** A seed for those who name none. */
    public static long anySeed() {
        return ThreadLocalRandom.current().nextLong(1_000_000);
    }

    /** May be said twice. */
    @Override
    public synchronized void close() {
        flood.close();
        witness.close();
        site.close();
    }
}
