package dev.vouch.discovery.intake.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/** Reads one form of file, a row at a time. */
interface RowReader {

    /** Takes the rows of a file in order. */
    @FunctionalInterface
    interface RowSink {
        void take(Row row) throws IOException;
    }

    /** The columns, or the fields of the first object. */
    Set<String> columns(Reader file) throws IOException;

    void read(Reader file, RowSink sink) throws IOException;
}
