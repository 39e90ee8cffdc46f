package dev.vouch.campaign;

import dev.vouch.testkit.Platform;
import dev.vouch.testkit.ServedOpenApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Platform.class)
class OpenApiIT extends ServedOpenApi {}
