package dev.vouch.chassis.aggregate;

import dev.vouch.chassis.mongo.Database;
import java.time.Clock;

/**
 * What every store of a service is built with.
 *
 * @param source the CloudEvents source of the service's events, e.g. {@code /campaign-service}
 * @param wake tells the relay that something waits to be published
 */
public record Stores(Database database, Clock clock, String source, Runnable wake) {}
