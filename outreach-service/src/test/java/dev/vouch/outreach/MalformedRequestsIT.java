package dev.vouch.outreach;

import dev.vouch.testkit.MalformedRequests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Neighbours.class)
class MalformedRequestsIT extends MalformedRequests {}
