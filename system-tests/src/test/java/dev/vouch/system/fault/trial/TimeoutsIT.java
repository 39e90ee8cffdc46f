package dev.vouch.system.fault.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.system.fault.agent.ServiceClasses;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fault tests shorten is as long in production as it must be. */
class TimeoutsIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @CsvSource({
        "dev.vouch.outreach.contact.ContactSettings, claimTimeout, PT2M",
        "dev.vouch.outreach.contact.ContactSettings, commitTimeout, PT15M",
        "dev.vouch.outreach.contact.ContactSettings, retryAfterUnknown, PT30M",
        "dev.vouch.outreach.contact.ContactSettings, retryAfter, PT15M",
        "dev.vouch.outreach.contact.ContactSettings, lookAgainAfter, PT15S",
        "dev.vouch.outreach.channel.MailSettings, answerTimeout, PT10M",
        "dev.vouch.outreach.suppression.SuppressionSettings, quietPeriod, P90D"
    })
    void the_production_default_stands(String settings, String name, String expected) throws Exception {
        try (var classes = ServiceClasses.of(HOME, "outreach-service")) {
            var method = Class.forName(settings, false, classes).getDeclaredMethod(name);
            var annotation = Arrays.stream(method.getAnnotations())
                    .filter(each -> each.annotationType().getSimpleName().equals("WithDefault"))
                    .findFirst()
                    .orElseThrow();

            assertThat(annotation.annotationType().getMethod("value").invoke(annotation))
                    .isEqualTo(expected);
        }
    }
}
