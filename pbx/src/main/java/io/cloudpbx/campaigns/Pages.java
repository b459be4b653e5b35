package io.cloudpbx.campaigns;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through many rows page by page, each asked for by the last row before it, until a page is empty. */
final class Pages<T> implements Iterator<List<T>> {
    interface Source<T> {
        /** @param last null for the first page */
        List<T> after(@Nullable T last);
    }

    private final Source<T> source;
    private List<T> next;

    Pages(Source<T> source) {
        this.source = source;
        this.next = source.after(null);
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public List<T> next() {
        List<T> page = next;
        if (page.isEmpty()) {
            throw new NoSuchElementException();
        }
        next = source.after(page.getLast());
        return page;
    }
}
