package dev.vouch.chassis.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.Set;

/** Tells the driver's exceptions apart by what they mean for us. */
public final class MongoErrors {

    private static final int DUPLICATE_KEY = 11000;

    /** Bad value, failed to parse, type mismatch, cannot create field, immutable field, too large, duplicate key and the like. */
    private static final Set<Integer> OF_THE_DOCUMENT =
            Set.of(2, 9, 14, 28, 40, 52, 56, 57, 66, 121, 171, 10334, DUPLICATE_KEY, 17280, 17419);

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

    /**
     * The store is away, changing its primary or its passwords: what was asked may be asked again, as every write of ours is
     * conditional. Only what is wrong with the document itself is no outage; in doubt we wait, as waiting loses nothing.
     */
    public static boolean isOutage(Throwable error) {
        if (error instanceof MongoBulkWriteException bulk
                && !bulk.getWriteErrors().isEmpty()) {
            return bulk.getWriteErrors().stream().noneMatch(each -> OF_THE_DOCUMENT.contains(each.getCode()));
        }
        return error instanceof MongoException mongo && !OF_THE_DOCUMENT.contains(mongo.getCode());
    }
}
