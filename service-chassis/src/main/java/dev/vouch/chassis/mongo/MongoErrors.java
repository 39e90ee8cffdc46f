package dev.vouch.chassis.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.util.Set;

/** Tells the driver's exceptions apart by what they mean for us. */
public final class MongoErrors {

    private static final int DUPLICATE_KEY = 11000;

    /** Interrupted by shutdown or state change, primary stepped down, exceeded time limit: the server says "try again". */
    private static final Set<Integer> TRY_AGAIN =
            Set.of(6, 7, 50, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

    private MongoErrors() {}

    /** Each kind of write reports a duplicate key by an exception of its own. */
    public static boolean isDuplicateKey(MongoException error) {
        if (error instanceof MongoBulkWriteException bulk) {
            return !bulk.getWriteErrors().isEmpty()
                    && bulk.getWriteErrors().stream().allMatch(each -> each.getCode() == DUPLICATE_KEY);
        }
        if (error instanceof MongoWriteException || error instanceof MongoCommandException) {
            return error.getCode() == DUPLICATE_KEY;
        }
        return false;
    }

    /** The store is away or changing its primary: what was asked may be asked again, as every write of ours is conditional. */
    public static boolean isOutage(Throwable error) {
        return error instanceof MongoTimeoutException
                || error instanceof MongoSocketException
                || error instanceof MongoInterruptedException
                || error instanceof MongoNotPrimaryException
                || error instanceof MongoNodeIsRecoveringException
                || error instanceof MongoWriteConcernException
                || (error instanceof MongoException mongo
                        && (TRY_AGAIN.contains(mongo.getCode()) || mongo.hasErrorLabel("RetryableWriteError")));
    }
}
