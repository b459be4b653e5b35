package io.cloudpbx.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** The way to a server, which can be cut, or let nothing through. */
final class Wire implements AutoCloseable {
    private enum State {
        WHOLE,
        STALLED,
        CUT
    }

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final IntSupplier server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.WHOLE;

    /** @param server its port, asked for anew with every connection */
    Wire(IntSupplier server) throws IOException {
        this.server = server;
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** All connections end, and no other comes about. */
    void cut() {
        become(State.CUT);
        open.forEach(Wire::close);
    }

    /** Connections stay and come about, and nothing is heard on them. */
    void stall() {
        become(State.STALLED);
    }

    void mend() {
        become(State.WHOLE);
    }

    private void become(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isCut() {
        lock.lock();
        try {
            return state == State.CUT;
        } finally {
            lock.unlock();
        }
    }

    private void awaitUnstalled() {
        lock.lock();
        try {
            while (state == State.STALLED) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                join(listening.accept());
            } catch (IOException refused) {
                // Whoever dialled sees it.
            }
        }
    }

    private void join(Socket caller) throws IOException {
        open.add(caller);
        if (isCut()) {
            close(caller);
            return;
        }
        try {
            Socket called = new Socket(InetAddress.getLoopbackAddress(), server.getAsInt());
            open.add(called);
            Thread.ofVirtual().start(() -> pump(caller, called));
            Thread.ofVirtual().start(() -> pump(called, caller));
        } catch (IOException nobody) {
            close(caller);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[16_384];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                awaitUnstalled();
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException over) {
            // Told to the other side below.
        }
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
