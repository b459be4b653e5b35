package io.cloudpbx.sandbox.fault;

import java.util.Set;

/**
 * One request, as rules look at it.
 *
 * @param address a path of ours, or a customer's URL
 * @param numbers the phone numbers it is about
 * @param callback which kind of callback, such as {@code call.status}; empty for requests to us
 */
public record Site(Part part, String method, String address, Set<String> numbers, String account, String callback) {}
