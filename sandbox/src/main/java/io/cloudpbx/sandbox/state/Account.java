package io.cloudpbx.sandbox.state;

/** A customer of the carrier. The demo's two: the business, and the outside world, which owns every other number. */
public record Account(String sid, String authToken, String friendlyName) {
    public static final String BUSINESS_SID = "AC" + "0".repeat(31) + "1";
    public static final String OUTSIDE_SID = "AC" + "0".repeat(31) + "2";
}
