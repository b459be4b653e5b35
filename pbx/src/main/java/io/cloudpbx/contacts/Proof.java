package io.cloudpbx.contacts;

/**
 * What a complete record of consent says besides who and when (C22). Empty parts are not known.
 *
 * @param method such as {@code web form}, {@code keyword}, {@code paper}, {@code verbal} or {@code import}
 * @param wording exactly what the person was shown or told
 * @param wordingVersion which version of it
 * @param language of the wording
 * @param person their name as they gave it
 * @param address the network address they acted from
 * @param userAgent the browser they acted with
 */
public record Proof(
        String method,
        String wording,
        String wordingVersion,
        String language,
        String person,
        String address,
        String userAgent) {
    static final Proof NONE = new Proof("", "", "", "", "", "", "");
}
