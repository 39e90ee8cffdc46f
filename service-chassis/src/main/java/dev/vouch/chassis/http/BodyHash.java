package dev.vouch.chassis.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Hashes every body as it is read, byte by byte as it came, and stops reading at the limit. A body that a resource reads as a
 * stream is hashed as far as it was read when {@code command()} is called.
 */
@Provider
public class BodyHash implements ReaderInterceptor {

    private static final String PROPERTY = "dev.vouch.chassis.body-hash";

    private final BodyLimit limit;

    public BodyHash(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var digest = Hash.sha256();
        context.setProperty(PROPERTY, digest);
        long most = limit.at(CurrentRequestManager.get().serverRequest().getRequestNormalisedPath());
        context.setInputStream(new DigestInputStream(new Bounded(context.getInputStream(), most), digest));
        return context.proceed();
    }

    /** @return 64 hex digits; the hash of nothing for a request whose body nobody asked for */
    static String ofCurrentRequest() {
        var digest = (MessageDigest) CurrentRequestManager.get().getProperty(PROPERTY);
        return HexFormat.of()
                .formatHex(
                        digest == null
                                ? Hash.sha256(new byte[0])
                                : copyOf(digest).digest());
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of every Java platform can be cloned", e);
        }
    }

    private interface Reading {
        int read() throws IOException;
    }

    /** The server checks a stated length; this counts what comes in chunks of unstated length. */
    private static final class Bounded extends FilterInputStream {

        private final long limit;
        private long count;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = received(super::read);
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = received(() -> super.read(buffer, offset, length));
            counted(read);
            return read;
        }

        private static int received(Reading reading) throws BodyBroken {
            try {
                return reading.read();
            } catch (IOException broken) {
                throw new BodyBroken(broken);
            }
        }

        private void counted(int read) throws BodyTooLarge {
            count += Math.max(read, 0);
            if (count > limit) {
                throw new BodyTooLarge(limit);
            }
        }
    }
}
