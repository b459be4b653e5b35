package io.cloudpbx.calls;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.problems.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose calls somebody may handle while they last: their own, which are those of the extension with their e-mail address. */
@Component
public class TheirCalls {
    private final Extensions extensions;

    TheirCalls(Extensions extensions) {
        this.extensions = extensions;
    }

    /**
     * @param extension which has the other side; null when none does
     * @throws Problem {@code not_your_call}
     */
    public void require(@Nullable UUID extension, SignedIn who) {
        boolean own = Optional.ofNullable(extension)
                .flatMap(extensions::find)
                .map(Extension::email)
                .filter(who.email()::equalsIgnoreCase)
                .isPresent();
        if (!own && !who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden("not_your_call", "Only whoever has the caller, an owner or an admin may do that.");
        }
    }
}
