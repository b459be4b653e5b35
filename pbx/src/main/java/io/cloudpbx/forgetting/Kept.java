package io.cloudpbx.forgetting;

/** What stays of somebody who is deleted, for a reason that outweighs it. */
public enum Kept {
    /** Their number alone, without a name: whoever was shut out by the company is not let in again by being forgotten. */
    BLOCK_LIST
}
