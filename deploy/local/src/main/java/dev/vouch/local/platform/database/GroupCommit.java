package dev.vouch.local.platform.database;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a command only after the commit that covers what it wrote or saw; whoever waits shares one commit.
 *
 * <p>Writers exclude the committer, so that a commit never holds half a command. Readers exclude nobody. A refusal waits
 * like an answer: "this key exists already" is only true once the other writer's document cannot be lost any more.
 */
final class GroupCommit implements AutoCloseable {

    /** The scope of a command that may write anywhere. */
    static final String EVERYWHERE = "";

    private final Runnable store;
    private final ReadWriteLock commands = new ReentrantReadWriteLock();
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private long openBatch = 1; // written under the write lock of commands

    private final ReentrantLock state = new ReentrantLock();
    private final Condition asked = state.newCondition();
    private final Condition answered = state.newCondition();
    private long askedBatch;
    private long committedBatch;
    private boolean closing;
    private @Nullable Throwable failure;

    private final Thread committer;

    /** @param store makes durable whatever was written until it is called */
    GroupCommit(Runnable store) {
        this.store = store;
        committer = new Thread(this::commitUntilClosed, "group-commit");
        committer.setDaemon(true);
        committer.start();
    }

    /** Runs a command that may write in the scope (a collection's full name, or {@link #EVERYWHERE}). */
    <T> T write(String scope, Supplier<T> command) {
        return answer(scope, () -> inOpenBatch(scope, command));
    }

    private <T> T inOpenBatch(String scope, Supplier<T> command) {
        commands.readLock().lock();
        try {
            touched.add(scope);
            return command.get();
        } finally {
            commands.readLock().unlock();
        }
    }

    /** Runs a command that only reads the scope. */
    <T> T read(String scope, Supplier<T> command) {
        return answer(scope, command);
    }

    private <T> T answer(String scope, Supplier<T> command) {
        try {
            return command.get();
        } finally {
            awaitCommit(lastBatchSeen(scope));
        }
    }

    /** The open batch if anybody wrote where the command looked, else the last closed one. */
    private long lastBatchSeen(String scope) {
        commands.readLock().lock();
        try {
            boolean sawOpenBatch = touched.contains(scope)
                    || touched.contains(EVERYWHERE)
                    || (scope.equals(EVERYWHERE) && !touched.isEmpty());
            return sawOpenBatch ? openBatch : openBatch - 1;
        } finally {
            commands.readLock().unlock();
        }
    }

    private void awaitCommit(long batch) {
        state.lock();
        try {
            if (committedBatch < batch && askedBatch < batch) {
                askedBatch = batch;
                asked.signal();
            }
            while (committedBatch < batch && failure == null) {
                answered.awaitUninterruptibly();
            }
            if (failure != null) {
                throw new IllegalStateException("the store could not be written", failure);
            }
        } finally {
            state.unlock();
        }
    }

    private void commitUntilClosed() {
        try {
            while (awaitWork()) {
                long batch = commit();
                state.lock();
                try {
                    committedBatch = batch;
                    answered.signalAll();
                } finally {
                    state.unlock();
                }
            }
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    private boolean awaitWork() {
        state.lock();
        try {
            while (askedBatch <= committedBatch && !closing) {
                asked.awaitUninterruptibly();
            }
            return askedBatch > committedBatch;
        } finally {
            state.unlock();
        }
    }

    private long commit() {
        commands.writeLock().lock();
        try {
            store.run();
            touched.clear();
            return openBatch++;
        } finally {
            commands.writeLock().unlock();
        }
    }

    private void fail(Throwable cause) {
        state.lock();
        try {
            failure = cause;
            answered.signalAll();
        } finally {
            state.unlock();
        }
    }

    /** Commits what is asked for, then ends. */
    @Override
    public void close() {
        state.lock();
        try {
            closing = true;
            asked.signal();
        } finally {
            state.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
