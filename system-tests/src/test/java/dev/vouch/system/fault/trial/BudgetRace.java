package dev.vouch.system.fault.trial;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Sixty-four agreements at once over a budget for ten. */
final class BudgetRace implements FaultTest {

    private static final int RIVALS = 64;
    private static final int AFFORDABLE = 10;
    private static final long FEE = 1_000;

    @Override
    public String id() {
        return "FT-24";
    }

    @Override
    public void run(Trial trial) throws Exception {
        var collaborations = trial.drill().collaborations(RIVALS, FEE, FEE * AFFORDABLE + FEE / 2);
        var workers = Executors.newFixedThreadPool(RIVALS);
        try {
            var agreed = 0;
            var refused = 0;
            for (var answer : workers.invokeAll(collaborations.stream()
                    .<Callable<Integer>>map(each -> () -> trial.drill().agree(each))
                    .toList())) {
                agreed += answer.get() == 200 ? 1 : 0;
                refused += answer.get() == 409 ? 1 : 0;
            }
            trial.say("  " + agreed + " agreed, " + refused + " refused");
            Failed.unless(
                    agreed == AFFORDABLE && refused == RIVALS - AFFORDABLE,
                    agreed + " agreed and " + refused + " were refused of " + RIVALS + " over a budget for "
                            + AFFORDABLE);
        } finally {
            workers.shutdown();
        }
    }
}
