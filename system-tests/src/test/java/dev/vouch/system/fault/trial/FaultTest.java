package dev.vouch.system.fault.trial;

import java.util.List;

/** One kind of fault. Leaves a running installation; whether the invariants hold is asked afterwards. */
public interface FaultTest {

    /** All that there are, in the order in which they can share an installation. */
    List<FaultTest> ALL = List.of(
            new KillAtRandom(),
            new CrashPoints(),
            new BrokerAway(),
            new StoreAway(),
            new ToldTwice(),
            new PoisonEvents(),
            new ClaimRace(),
            new BudgetRace(),
            new TwoInstances(),
            new Zombie(),
            new BadMannered(),
            new ClockSkew(),
            new RollingRestart(),
            new OffsetsForgotten(),
            new Disorder(),
            new BrokerPaused(),
            new StorePaused(),
            new RebalanceStorm(),
            new DeadLettersAway());

    /** As in the catalogue: {@code FT-01}. */
    String id();

    /** Whether it kills or pauses the store, which not everybody may. */
    default boolean harmsTheStore() {
        return false;
    }

    /** @throws Failed if a figure of its own is missed */
    void run(Trial trial) throws Exception;

    /** What an invariant cannot see. */
    final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Failed(String why) {
            super(why);
        }

        static void unless(boolean condition, String why) {
            if (!condition) {
                throw new Failed(why);
            }
        }
    }
}
