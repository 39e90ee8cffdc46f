package dev.vouch.system.fault.agent;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;

/**
 * Puts hooks into classes as they are loaded. What was woven once is kept: to weave is a quarter of what a service does in order
 * to start, and in these tests it starts again and again.
 */
final class Weaver implements ClassFileTransformer {

    private final Path kept;
    private final Map<String, List<Hook>> hooks = new HashMap<>();

    private record Hook(Class<?> advice, Collection<String> methods) {}

    /** @param kept folder for what was woven; several processes may share it */
    Weaver(Path kept) {
        this.kept = kept;
    }

    Weaver with(Class<?> advice, String type, Collection<String> methods) {
        hooks.computeIfAbsent(type.replace('.', '/'), each -> new ArrayList<>()).add(new Hook(advice, methods));
        return this;
    }

    /** A class that cannot be woven stays as it is, and a test that needs it fails. */
    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        var wanted = hooks.get(name);
        if (wanted == null) {
            return null;
        }
        try {
            var file = kept.resolve(name.replace('/', '.') + "-" + checksum(classFile));
            if (!Files.exists(file)) {
                keep(file, woven(loader, name.replace('/', '.'), classFile, wanted));
            }
            return Files.readAllBytes(file);
        } catch (IOException | RuntimeException broken) {
            broken.printStackTrace();
            return null;
        }
    }

    private static String checksum(byte[] classFile) {
        var checksum = new CRC32();
        checksum.update(classFile);
        return Long.toHexString(checksum.getValue());
    }

    private static void keep(Path file, byte[] woven) throws IOException {
        Files.createDirectories(file.getParent());
        var unfinished = Files.createTempFile(file.getParent(), "unfinished", "");
        Files.write(unfinished, woven);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] woven(ClassLoader loader, String name, byte[] classFile, List<Hook> hooks) {
        var locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, classFile), ClassFileLocator.ForClassLoader.of(loader));
        DynamicType.Builder<?> builder = new ByteBuddy()
                .with(Implementation.Context.Disabled.Factory.INSTANCE)
                .with(InstrumentedType.Factory.Default.FROZEN)
                .redefine(TypePool.Default.of(locator).describe(name).resolve(), locator);
        for (var hook : hooks) {
            var methods = hook.methods().toArray(String[]::new);
            builder = builder.visit(Advice.withCustomMapping().to(hook.advice()).on(namedOneOf(methods)));
        }
        try (var made = builder.make()) {
            return made.getBytes();
        }
    }
}
