package dev.vouch.outreach.channel;

import java.util.function.BooleanSupplier;

/** How a message leaves the house. */
public interface Channel {

    /**
     * @param commit the ledger's last word, asked once the body is written and before the message counts; on false, or if it
     *     throws, nothing is delivered
     */
    Delivery handOver(Message message, BooleanSupplier commit);
}
