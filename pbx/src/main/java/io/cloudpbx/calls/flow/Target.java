package io.cloudpbx.calls.flow;

import java.util.List;

/** Whom a mind may want a caller to be connected to. */
public sealed interface Target {
    /** By which a mind knows it. */
    String id();

    /** A person or desk. */
    record One(String id, Callee callee) implements Target {}

    /** A department. @param members by extension */
    record Group(String id, String name, List<Callee> members) implements Target {
        public Group {
            members = List.copyOf(members);
        }
    }
}
