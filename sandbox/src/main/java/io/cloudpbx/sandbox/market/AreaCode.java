package io.cloudpbx.sandbox.market;

/** A US area code and the place that its numbers belong to. */
public record AreaCode(
        String code,
        String locality,
        String region,
        double latitude,
        double longitude,
        String rateCenter,
        String postalCode) {
    private static final double EARTH_RADIUS_MILES = 3_958.8;

    static AreaCode parse(String line) {
        String[] fields = line.split(",", -1);
        return new AreaCode(
                fields[0],
                fields[1],
                fields[2],
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                fields[5],
                fields[6]);
    }

    /** The great-circle distance to a point. */
    public double milesTo(double otherLatitude, double otherLongitude) {
        double north = Math.toRadians(otherLatitude - latitude);
        double east = Math.toRadians(otherLongitude - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(chord));
    }
}
