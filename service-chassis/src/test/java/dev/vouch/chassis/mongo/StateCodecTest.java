package dev.vouch.chassis.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class StateCodecTest {

    public enum Colour {
        RED
    }

    public record Leaf(String name, @Nullable Long likes) {}

    public record Tree(
            Colour colour,
            List<Leaf> leaves,
            Map<String, Leaf> named,
            Instant at,
            @Nullable LocalDate on,
            double height,
            boolean old,
            List<Reason> reasons) {}

    @Test
    void every_shape_a_domain_record_may_have_comes_back_as_it_was() {
        var codec = new StateCodec<>(Tree.class);
        var tree = new Tree(
                Colour.RED,
                List.of(new Leaf("a", 3_000_000_000L), new Leaf("b", null)),
                Map.of("first", new Leaf("c", 1L)),
                Instant.parse("2026-03-01T09:00:00Z"),
                null,
                1.5,
                true,
                List.of(Reason.of("tree.tall", "metres", 12, "name", "Oak", "share", 0.5)));

        assertThat(codec.read(codec.write(tree))).isEqualTo(tree);
    }
}
