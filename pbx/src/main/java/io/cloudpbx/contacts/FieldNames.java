package io.cloudpbx.contacts;

import io.cloudpbx.contacts.store.FieldRows;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fields that this company keeps about people besides the usual ones. */
@Service
public class FieldNames {
    private final FieldRows rows;

    FieldNames(FieldRows rows) {
        this.rows = rows;
    }

    public List<String> all() {
        return rows.all();
    }

    /** Replaces the names and their order. A name that goes takes with it what was written there. */
    @Transactional
    public void replace(List<String> names) {
        rows.replace(names);
    }
}
