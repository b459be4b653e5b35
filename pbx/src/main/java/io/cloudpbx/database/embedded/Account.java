package io.cloudpbx.database.embedded;

import com.sun.security.auth.module.UnixSystem;
import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operating-system account the server runs under, and how a command is put under it: our own, or, since PostgreSQL
 * refuses to be root, another one when we are root.
 *
 * @param uid owner of the data directory
 * @param prefix what stands before a command so that it runs under this account
 * @param mortalPrefix the same, and the command also ends, cleanly, with the thread that started it
 */
record Account(long uid, List<String> prefix, List<String> mortalPrefix) {
    private static final long NOBODY = 65534;
    private static final long ROOT = 0;

    /** @param home the directory that the server and its data are in; if its data is there, its owner is kept */
    static Account forServerIn(Path home, Machine machine) throws IOException {
        long self = new UnixSystem().getUid();
        if (self != ROOT) {
            return ours(self, machine);
        }
        Path data = home.resolve("data");
        long owner = Files.exists(data) ? uidOf(data) : NOBODY;
        return dropTo(owner == ROOT ? NOBODY : owner, home, machine);
    }

    /** Gives a file to this account; only root can, and only root needs to. */
    void own(Path path) throws IOException {
        if (uidOf(path) != uid) {
            Files.setAttribute(path, "unix:uid", (int) uid);
        }
    }

    private static long uidOf(Path path) throws IOException {
        return ((Number) Files.getAttribute(path, "unix:uid")).longValue();
    }

    private static Account ours(long uid, Machine machine) {
        List<String> mortal = machine.program("setpriv")
                .map(setpriv -> concat(ownSession(machine), List.of(setpriv, "--pdeathsig", "INT", "--")))
                .orElseGet(() -> ownSession(machine));
        return new Account(uid, List.of(), mortal);
    }

    private static Account dropTo(long uid, Path home, Machine machine) throws IOException {
        Optional<String> setpriv = machine.program("setpriv");
        if (setpriv.isPresent()) {
            return bySetpriv(setpriv.get(), uid, home, machine);
        }
        requireReachable(home);
        List<String> prefix = machine.program("runuser")
                .map(runuser -> List.of(runuser, "-u", "nobody", "--"))
                .or(() -> machine.program("su")
                        .map(su -> List.of(su, "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--")))
                .orElseThrow(
                        () -> new CannotStart(
                                "PostgreSQL does not run as root, and none of setpriv, runuser and su"
                                        + " is here to start it as another user: install util-linux, or start CloudPBX as another user."));
        return new Account(NOBODY, prefix, concat(ownSession(machine), prefix));
    }

    private static Account bySetpriv(String setpriv, long uid, Path home, Machine machine) throws IOException {
        List<String> drop =
                new ArrayList<>(List.of("--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs"));
        if (closedAncestor(home).isPresent()) {
            // Root's own home, for one, lets nobody else in. With this capability the server can read its way through.
            requireSearchCapability(home);
            drop.addAll(List.of("--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"));
            // Else access(2), by which initdb looks for its programs, would ask without the capability.
            drop.addAll(List.of("--securebits", "+no_setuid_fixup"));
        }
        drop.add("--");
        return new Account(
                uid,
                concat(List.of(setpriv), drop),
                concat(concat(ownSession(machine), List.of(setpriv, "--pdeathsig", "INT")), drop));
    }

    /** A session of its own keeps Ctrl-C in a terminal from stopping the server before those who still write to it. */
    private static List<String> ownSession(Machine machine) {
        return machine.program("setsid").map(List::of).orElseGet(List::of);
    }

    private static void requireReachable(Path home) throws IOException {
        Optional<Path> closed = closedAncestor(home);
        if (closed.isPresent()) {
            throw unreachable(closed.get());
        }
    }

    private static void requireSearchCapability(Path home) throws IOException {
        int searchAnything = 1 << 2; // CAP_DAC_READ_SEARCH in capabilities(7)
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            boolean may = lines.filter(line -> line.startsWith("CapBnd:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(bounds -> (bounds & searchAnything) != 0);
            if (!may) {
                throw unreachable(closedAncestor(home).orElse(home));
            }
        }
    }

    private static CannotStart unreachable(Path closed) {
        return new CannotStart(
                ("PostgreSQL does not run as root, and other users may not enter %s: set CLOUDPBX_DATA to a"
                                + " directory that they may enter, or start CloudPBX as another user.")
                        .formatted(closed));
    }

    private static Optional<Path> closedAncestor(Path home) throws IOException {
        for (Path path = home; path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
