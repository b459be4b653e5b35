package io.cloudpbx.extensions;

import io.cloudpbx.extensions.store.ExtensionRows;
import io.cloudpbx.settings.Operators;
import org.springframework.stereotype.Component;

/** Any extension in use may be the operator. */
@Component
class ExtensionsInUse implements Operators {
    private final ExtensionRows rows;

    ExtensionsInUse(ExtensionRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean isInUse(String ext) {
        return rows.byExt(ext).isPresent();
    }
}
