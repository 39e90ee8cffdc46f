package dev.vouch.testkit;

import static dev.vouch.testkit.Requests.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn verify -Dvouch.openapi.write} writes the document anew, so that the change can be read and checked in. */
public abstract class ServedOpenApi {

    private static final Path CHECKED_IN = Path.of("openapi.yaml");

    @Test
    void the_checked_in_document_is_the_one_that_is_served() throws IOException {
        var served = anonymous().accept("application/yaml").get("/q/openapi").asString();
        if (System.getProperty("vouch.openapi.write") != null) {
            Files.writeString(CHECKED_IN, served);
        }
        assertThat(served).isEqualTo(Files.readString(CHECKED_IN));
    }
}
