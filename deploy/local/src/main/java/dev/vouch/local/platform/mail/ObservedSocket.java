package dev.vouch.local.platform.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A connected socket whose streams are written down; has what GreenMail's SMTP side asks of a socket. */
final class ObservedSocket extends Socket {

    private final Socket socket;
    private final SmtpTranscript.Connection transcript;

    ObservedSocket(Socket socket, SmtpTranscript.Connection transcript) {
        this.socket = socket;
        this.transcript = transcript;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return transcript.observe(socket.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return transcript.observe(socket.getOutputStream());
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        socket.close();
    }
}
