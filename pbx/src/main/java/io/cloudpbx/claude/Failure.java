package io.cloudpbx.claude;

/** Why there is no answer. None of them is worth another attempt before somebody has waited longer than they should. */
public enum Failure {
    /** There is no key. */
    ABSENT,
    /** Not asked: too many questions in a row were in vain. */
    RESTING,
    /** Not asked: the business allows no more. The detail says what, for people. */
    OVER_BUDGET,
    /** The caller's thread was interrupted. */
    CANCELLED,
    /** The deadline passed. */
    TIMEOUT,
    /** No connection. */
    UNREACHABLE,
    /** The API has too much to do (529, also in the middle of a stream). */
    OVERLOADED,
    /** We asked too much at once (429). */
    RATE_LIMITED,
    /** The money is spent (402, or a 429 that says so): waiting does not help. */
    SPEND_LIMIT,
    /** The key is not accepted, or not for this model (401, 403, 404). */
    NOT_ALLOWED,
    /** The question was refused as wrong (other 4xx): a fault of ours. */
    REFUSED,
    /** The API failed (5xx). */
    BROKEN,
    /** The answer ended before its end. */
    BROKEN_STREAM,
    /** The model would not answer. */
    DECLINED,
    /** Something came back that is no answer to what was asked. */
    NONSENSE
}
