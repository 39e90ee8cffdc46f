package dev.vouch.outreach;

import dev.vouch.testkit.ServedOpenApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Neighbours.class)
class OpenApiIT extends ServedOpenApi {}
