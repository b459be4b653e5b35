package io.cloudpbx.dashboard;

/** One message to every signed-in browser; the id grows, and {@code data} is JSON. */
public record LiveNews(long id, String type, String data) {
    /** Of what stands in no table, so that nobody goes on from there. */
    public static final long UNNUMBERED = 0;

    public boolean isNumbered() {
        return id != UNNUMBERED;
    }
}
