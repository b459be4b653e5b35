package io.cloudpbx.access.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/** Looks up who a request comes from when somebody first asks: public files need no database. */
final class LateContext implements DeferredSecurityContext {
    private final Supplier<SecurityContext> lookUp;
    private @Nullable SecurityContext found;

    LateContext(Supplier<SecurityContext> lookUp) {
        this.lookUp = lookUp;
    }

    @Override
    public SecurityContext get() {
        SecurityContext context = found == null ? lookUp.get() : found;
        found = context;
        return context;
    }

    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }
}
