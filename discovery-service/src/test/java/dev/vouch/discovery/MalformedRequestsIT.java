package dev.vouch.discovery;

import dev.vouch.testkit.MalformedRequests;
import dev.vouch.testkit.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Platform.class)
class MalformedRequestsIT extends MalformedRequests {}
