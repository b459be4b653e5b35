package io.cloudpbx.database.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Unpacks a tar stream of files, directories and symbolic links, as the server binaries come in. */
final class TarReader {
    private static final int BLOCK = 512;

    private final InputStream tar;

    TarReader(InputStream tar) {
        this.tar = tar;
    }

    /** @throws IOException also for an entry that would land outside {@code target} */
    void unpackTo(Path target) throws IOException {
        byte[] header = tar.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            unpack(header, target);
            header = tar.readNBytes(BLOCK);
        }
    }

    private void unpack(byte[] header, Path target) throws IOException {
        Path path = inside(target, name(header));
        long size = octal(header, 124, 12);
        switch (header[156]) {
            case '5' -> directory(path);
            case '2' -> link(path, text(header, 157, 100), target);
            case '0', 0 -> file(path, size, octal(header, 100, 8));
            default -> throw new IOException("Unexpected kind of entry in the archive: " + path);
        }
    }

    private static void directory(Path path) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, executable());
    }

    private void file(Path path, long size, long mode) throws IOException {
        createParent(path);
        try (var out = Files.newOutputStream(path)) {
            copy(size, out);
        }
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Files.setPosixFilePermissions(path, (mode & 0100) == 0 ? readable() : executable());
    }

    private void copy(long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = size;
        while (left > 0) {
            int read = tar.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("The archive ends in the middle of a file.");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void link(Path path, String to, Path target) throws IOException {
        createParent(path);
        inside(target, target.relativize(path).resolveSibling(to).toString());
        Files.createSymbolicLink(path, Path.of(to));
    }

    private static void createParent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null && Files.notExists(parent)) {
            directory(parent);
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("An entry of the archive points outside of it: " + name);
        }
        return path;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int offset, int length) {
        String digits = text(header, offset, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    // The account the server runs under is not the one that unpacks.
    private static Set<PosixFilePermission> readable() {
        return EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
    }

    private static Set<PosixFilePermission> executable() {
        Set<PosixFilePermission> all = readable();
        all.addAll(EnumSet.of(
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE));
        return all;
    }
}
