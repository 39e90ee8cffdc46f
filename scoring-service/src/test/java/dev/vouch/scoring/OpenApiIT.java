package dev.vouch.scoring;

import dev.vouch.testkit.ServedOpenApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PlayedDiscovery.class)
class OpenApiIT extends ServedOpenApi {}
