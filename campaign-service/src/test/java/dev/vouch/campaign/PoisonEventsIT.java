package dev.vouch.campaign;

import dev.vouch.testkit.Platform;
import dev.vouch.testkit.PoisonEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Platform.class)
class PoisonEventsIT extends PoisonEvents {}
