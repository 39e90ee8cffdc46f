package dev.vouch.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    @Test
    void work_continues_the_trace_of_its_cause_in_a_span_of_its_own() {
        var seen = new ArrayList<@Nullable String>();

        TraceContext.runWith(PARENT, () -> {
            seen.add(TraceContext.current());
            seen.add(TraceContext.currentTraceId());
        });

        assertThat(seen.get(0))
                .matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00")
                .isNotEqualTo(PARENT);
        assertThat(seen.get(1)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nx"
            })
    void what_is_no_traceparent_begins_a_new_trace(@Nullable String given) {
        assertThat(TraceContext.childOf(given))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void a_trace_ends_with_its_work_even_if_that_fails() {
        assertThatThrownBy(() -> TraceContext.runWith(PARENT, () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void inner_work_gives_the_outer_trace_back() {
        var traces = new ArrayList<@Nullable String>();

        TraceContext.runWith(PARENT, () -> {
            TraceContext.runWith(null, () -> traces.add(TraceContext.currentTraceId()));
            traces.add(TraceContext.currentTraceId());
        });

        assertThat(traces.get(0)).isNotEqualTo(traces.get(1));
        assertThat(traces.get(1)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }
}
