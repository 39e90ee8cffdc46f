package dev.vouch.chassis.deadletter;

/** Gives a record to the channel that could not use it; repeatable. */
@FunctionalInterface
public interface Replay {

    /** @throws StillUnusable when the channel still cannot use it; nothing of it is then applied */
    void replay(String channel, DeadLetter letter);
}
