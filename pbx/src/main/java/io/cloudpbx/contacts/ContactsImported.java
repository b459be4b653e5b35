package io.cloudpbx.contacts;

import java.util.UUID;

/** A file became contacts; published once, in its transaction, instead of news of each of them. */
public record ContactsImported(UUID importId) {}
