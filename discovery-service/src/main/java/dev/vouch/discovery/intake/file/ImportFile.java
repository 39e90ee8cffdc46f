package dev.vouch.discovery.intake.file;

import dev.vouch.discovery.intake.domain.Mapping.Format;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A file as people hand it in: packed or not, in UTF-8, UTF-16 or cp1252, with a byte order mark or without. */
public final class ImportFile {

    private static final int PEEK = 64 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;

    private static final Map<Format, RowReader> READERS =
            Map.of(Format.DELIMITED, new DelimitedReader(), Format.JSON_LINES, new JsonLinesReader());

    private final Path path;

    public ImportFile(Path path) {
        this.path = path;
    }

    /** What the file looks like, whatever its name says. */
    public Format format() throws IOException {
        try (var reader = open()) {
            int next = reader.read();
            while (Character.isWhitespace(next)) {
                next = reader.read();
            }
            return next == '{' ? Format.JSON_LINES : Format.DELIMITED;
        }
    }

    public Set<String> columns(Format format) throws IOException {
        try (var reader = open()) {
            return reader(format).columns(reader);
        }
    }

    public void read(Format format, RowReader.RowSink sink) throws IOException {
        try (var reader = open()) {
            reader(format).read(reader, sink);
        }
    }

    private static RowReader reader(Format format) {
        return java.util.Objects.requireNonNull(READERS.get(format));
    }

    private Reader open() throws IOException {
        var bytes = unpacked(new BufferedInputStream(Files.newInputStream(path), PEEK));
        bytes.mark(PEEK);
        var start = bytes.readNBytes(PEEK);
        bytes.reset();
        var encoding = Encoding.of(start);
        bytes.skipNBytes(encoding.markLength());
        return new BufferedReader(new InputStreamReader(bytes, encoding.charset()));
    }

    private static InputStream unpacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(bytes), PEEK) : bytes;
    }

    /** @param markLength of the byte order mark */
    private record Encoding(Charset charset, int markLength) {

        private static final Charset WESTERN = Charset.forName("windows-1252");

        static Encoding of(byte[] start) {
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (startsWith(start, 0xFF, 0xFE)) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(start, 0xFE, 0xFF)) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            return new Encoding(isUtf8(start) ? StandardCharsets.UTF_8 : WESTERN, 0);
        }

        private static boolean startsWith(byte[] start, int... mark) {
            for (int i = 0; i < mark.length; i++) {
                if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }

        /** The last character may be cut off. */
        private static boolean isUtf8(byte[] start) {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            var result = decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false);
            return !result.isError();
        }
    }
}
