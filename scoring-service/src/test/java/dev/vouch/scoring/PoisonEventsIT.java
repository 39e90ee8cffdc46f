package dev.vouch.scoring;

import dev.vouch.testkit.PoisonEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PlayedDiscovery.class)
class PoisonEventsIT extends PoisonEvents {}
