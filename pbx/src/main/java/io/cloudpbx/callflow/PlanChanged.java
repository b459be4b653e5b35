package io.cloudpbx.callflow;

/** By which plan calls are led is another; published in the transaction of the change. */
public sealed interface PlanChanged {
    /** @param number of the version that leads new calls now */
    record Published(int number, String by) implements PlanChanged {}

    /** Hours were closed by hand, or opened again. */
    record ByHand(String hours) implements PlanChanged {}
}
