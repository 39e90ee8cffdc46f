package dev.vouch.outreach;

import dev.vouch.testkit.PoisonEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Neighbours.class)
class PoisonEventsIT extends PoisonEvents {}
