package dev.vouch.testkit.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back on the line.
 *
 * @param status {@link #NONE} when the line was closed without an answer, {@link #LATE} when nothing came in time
 * @param headers under their names in lower case
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {

    public static final int NONE = 0;
    public static final int LATE = -1;

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int DRIP_MILLIS = 20;
    private static final int CONTINUE = 100;

    public static RawAnswer to(RawRequest request, int port) {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.setSoTimeout(PATIENCE_MILLIS);
            line.setTcpNoDelay(true);
            send(request, line);
            return read(line.getInputStream(), request.then == RawRequest.Then.WAIT);
        } catch (SocketTimeoutException late) {
            return new RawAnswer(LATE, Map.of(), "");
        } catch (SocketException closed) {
            return new RawAnswer(NONE, Map.of(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server may answer and close before it has read everything; what it says counts all the same. */
    private static void send(RawRequest request, Socket line) throws IOException {
        var out = line.getOutputStream();
        try {
            if (request.then == RawRequest.Then.DRIP) {
                drip(out, request.head());
                drip(out, request.wholeBody());
            } else {
                out.write(request.head());
                out.write(request.wholeBody());
            }
            out.flush();
            if (request.then == RawRequest.Then.CUT) {
                line.shutdownOutput();
            }
        } catch (SocketException answeredEarly) {
            return;
        }
    }

    private static void drip(OutputStream out, byte[] bytes) throws IOException {
        try {
            for (byte each : bytes) {
                out.write(each);
                out.flush();
                Thread.sleep(Math.min(DRIP_MILLIS, 1 + 2_000 / bytes.length));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static RawAnswer read(InputStream in, boolean interimCounts) throws IOException {
        var statusLine = readLine(in);
        if (statusLine.isEmpty()) {
            return new RawAnswer(NONE, Map.of(), "");
        }
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if (status == CONTINUE && !interimCounts) {
            return read(in, false);
        }
        return new RawAnswer(status, headers, status == CONTINUE ? "" : body(in, headers));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        byte[] bytes;
        if (length != null) {
            bytes = in.readNBytes(Integer.parseInt(length));
        } else if ("chunked".equals(headers.get("transfer-encoding"))) {
            bytes = chunks(in);
        } else {
            bytes = in.readAllBytes();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            whole.writeBytes(in.readNBytes(size));
            readLine(in);
        }
        return whole.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        var line = readLine(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line, 16);
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
