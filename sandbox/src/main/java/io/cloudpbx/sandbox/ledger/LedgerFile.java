package io.cloudpbx.sandbox.ledger;

import io.cloudpbx.sandbox.state.AppendedFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Entries in a file, one JSON line each. In memory there is only where every 1,000th line begins, so that a ledger of
 * any length can be read from any place.
 */
final class LedgerFile implements LedgerStore {
    private static final int STRIDE = 1_000;

    private final Path path;
    private final List<Long> offsets = new ArrayList<>();
    private long lines;
    private long length;
    private long lastTicket;
    private final AppendedFile file;

    LedgerFile(Path path) {
        this.path = path;
        try {
            if (Files.exists(path)) {
                replay();
            }
            this.file = AppendedFile.open(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger " + path + " cannot be opened", e);
        }
    }

    /** Counts the lines; what a power cut has torn is dropped, it was never acknowledged. */
    private void replay() throws IOException {
        byte[] last = new byte[0];
        try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()))) {
            for (byte[] line = line(in); line != null; line = line(in)) {
                added(line.length + 1);
                last = line;
            }
        }
        if (lines > 0 && !isEntry(last)) {
            lines--;
            length -= last.length + 1;
        }
        if (length < Files.size(path)) {
            try (RandomAccessFile torn = new RandomAccessFile(path.toFile(), "rw")) {
                torn.setLength(length);
            }
        }
    }

    private static boolean isEntry(byte[] line) {
        try {
            return LedgerLine.read(line).seq() > 0;
        } catch (JacksonException | DateTimeException | ClassCastException torn) {
            return false;
        }
    }

    private void added(int bytes) {
        if (lines % STRIDE == 0) {
            offsets.add(length);
        }
        lines++;
        length += bytes;
    }

    @Override
    public synchronized long size() {
        return lines;
    }

    @Override
    public synchronized long append(LedgerEntry entry) {
        byte[] line = LedgerLine.write(entry);
        added(line.length + 1);
        lastTicket = file.append(line);
        return lastTicket;
    }

    @Override
    public void awaitKept(long ticket) {
        file.awaitForced(ticket);
    }

    @Override
    public Ledger.Page read(long after, int limit, Predicate<Fact> wanted) {
        long behind = Math.min(kept(), after + Ledger.SCANNED_MAX);
        if (after >= behind) {
            return new Ledger.Page(List.of(), after);
        }
        List<LedgerEntry> found = new ArrayList<>();
        try (FileInputStream bare = new FileInputStream(path.toFile())) {
            bare.getChannel().position(offset(after));
            InputStream in = new BufferedInputStream(bare);
            for (long seq = after / STRIDE * STRIDE + 1; seq <= behind && found.size() < limit; seq++) {
                byte[] line = line(in);
                if (line != null && seq > after) {
                    LedgerEntry entry = LedgerLine.read(line);
                    if (wanted.test(entry.fact())) {
                        found.add(entry);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger " + path + " cannot be read", e);
        }
        return new Ledger.Page(found, found.size() == limit ? found.getLast().seq() : behind);
    }

    /** How many lines there are; when this returns they are in the file. */
    private long kept() {
        long size;
        long ticket;
        synchronized (this) {
            size = lines;
            ticket = lastTicket;
        }
        file.awaitForced(ticket);
        return size;
    }

    private synchronized long offset(long line) {
        return offsets.get((int) (line / STRIDE));
    }

    /** Null at the end, and for a line without its end. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }

    @Override
    public void close() {
        file.close();
    }
}
