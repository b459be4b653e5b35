package io.cloudpbx.campaigns.send;

/** A machine on which all is done at once: its clock jumps to when it was to be done. */
final class AtOnce implements Machine {
    private long now;
    private int tokens;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void at(long nanos, Runnable work) {
        now = Math.max(now, nanos);
        work.run();
    }

    @Override
    public boolean isStopping() {
        return false;
    }

    @Override
    public String token() {
        return "token " + ++tokens;
    }
}
