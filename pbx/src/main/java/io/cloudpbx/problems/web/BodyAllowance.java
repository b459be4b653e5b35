package io.cloudpbx.problems.web;

/**
 * A capability's word, as a bean, that requests to one address, or to several like it, may hold more than others: it takes files.
 *
 * @param path the whole path, in which {@code {…}} stands for any one element
 * @param bytes at most
 */
public record BodyAllowance(String path, int bytes) {}
