package io.cloudpbx.campaigns.send;

/** A machine on which no time passes and all is done at once. */
final class AtOnce implements Machine {
    private int tokens;

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public void at(long nanos, Runnable work) {
        work.run();
    }

    @Override
    public String token() {
        return "token " + ++tokens;
    }
}
