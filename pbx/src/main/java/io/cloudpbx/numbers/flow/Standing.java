package io.cloudpbx.numbers.flow;

/** How one of our numbers stands at the carrier. */
public enum Standing {
    FINE,
    /** The carrier has it, and does something else with its calls or texts than we would have it do. */
    CHANGED,
    /** The carrier does not list it in our account. */
    GONE,
    /** It is being bought, set up or given back: what stands there now says nothing yet. */
    UNDER_WAY
}
