package dev.vouch.system.fault.site;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the operating system tells a process and Java cannot. */
public enum Signal {
    STOP,
    CONT;

    public void sendTo(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
