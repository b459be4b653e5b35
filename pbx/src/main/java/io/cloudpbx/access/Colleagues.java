package io.cloudpbx.access;

import io.cloudpbx.access.store.Users;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The people on our side. */
@Service
public class Colleagues {
    private final Users users;

    Colleagues(Users users) {
        this.users = users;
    }

    /** Everybody who may sign in, by name. */
    public List<SignedIn> all() {
        return users.all();
    }

    /** Empty for somebody who was disabled. */
    public Optional<SignedIn> find(UUID id) {
        return users.find(id);
    }
}
