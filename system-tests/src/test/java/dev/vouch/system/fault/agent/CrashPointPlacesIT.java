package dev.vouch.system.fault.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A renamed method must not turn a crash point into one that is never reached. */
class CrashPointPlacesIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void all_twenty_eight_points_are_in_the_list_each_with_a_place_or_a_reason() {
        assertThat(CrashPoint.all())
                .extracting(CrashPoint::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
        assertThat(CrashPoint.all())
                .allMatch(point -> point.applies() || !point.note().isBlank());
    }

    static Stream<CrashPoint> points() {
        return CrashPoint.all().stream().filter(CrashPoint::applies);
    }

    @ParameterizedTest
    @MethodSource("points")
    void a_point_names_a_method_of_its_service(CrashPoint point) throws IOException {
        assertThat(point.phase()).isIn("enter", "exit");
        try (var classes = ServiceClasses.of(HOME, point.service())) {
            assertThat(methods(classes, point.method())).contains(nameOf(point.method()));
            if (!point.after().isEmpty()) {
                var after = point.after().split(" ")[0];
                assertThat(methods(classes, after)).contains(nameOf(after));
            }
        }
    }

    private static String nameOf(String method) {
        return method.substring(method.lastIndexOf('.') + 1);
    }

    private static Stream<String> methods(ClassLoader classes, String method) {
        try {
            var type = Class.forName(method.substring(0, method.lastIndexOf('.')), false, classes);
            return Arrays.stream(type.getDeclaredMethods()).map(each -> each.getName());
        } catch (ClassNotFoundException missing) {
            return Stream.empty();
        }
    }
}
