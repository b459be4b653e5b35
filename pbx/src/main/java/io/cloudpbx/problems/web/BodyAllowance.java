package io.cloudpbx.problems.web;

/**
 * A capability's word, as a bean, that requests to one address may hold more than others: it takes files.
 *
 * @param path the whole path
 * @param bytes at most
 */
public record BodyAllowance(String path, int bytes) {}
