package dev.vouch.system.fault.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Makes the clocks of a process run ahead, one of which is loaded before any agent. */
final class SkewedClocks {

    private static final String KAFKA_CLOCK = "org.apache.kafka.common.utils.SystemTime";
    private static final String JDK_CLOCK = "java.time.Clock";

    private SkewedClocks() {}

    static void installOn(Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .ignore(not(namedOneOf(KAFKA_CLOCK, JDK_CLOCK)))
                .type(named(KAFKA_CLOCK))
                .transform(advice(Hooks.MillisSkewed.class, "milliseconds"))
                .type(named(JDK_CLOCK))
                .transform(advice(Hooks.InstantSkewed.class, "currentInstant"))
                .installOn(instrumentation);
    }

    private static AgentBuilder.Transformer advice(Class<?> hooks, String method) {
        return new AgentBuilder.Transformer.ForAdvice(Advice.withCustomMapping())
                .include(SkewedClocks.class.getClassLoader())
                .advice(named(method), hooks.getName());
    }
}
