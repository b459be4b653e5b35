package io.cloudpbx.pages;

/**
 * Which version of the browser's files this program serves.
 *
 * @param id changes whenever one of them does
 */
public record Build(String id) {
    /** Where the files are: a browser may keep what it found there for good. */
    public String path() {
        return "/a/" + id + "/";
    }
}
