package io.cloudpbx.sandbox.call;

/** Where one sound lies in another, and how well it fits there. */
public record Alignment(int offset, double correlation, boolean outsideIsDigitalSilence) {
    public static Alignment of(short[] wanted, short[] found) {
        int best = 0;
        double bestCorrelation = -1;
        for (int offset = -wanted.length / 4; offset < found.length; offset++) {
            double correlation = correlation(wanted, found, offset, 16);
            if (correlation > bestCorrelation) {
                bestCorrelation = correlation;
                best = offset;
            }
        }
        return new Alignment(best, correlation(wanted, found, best, 1), silentOutside(wanted, found, best));
    }

    private static double correlation(short[] wanted, short[] found, int offset, int step) {
        double product = 0;
        double wantedEnergy = 0;
        double foundEnergy = 0;
        for (int i = 0; i < wanted.length; i += step) {
            int j = i + offset;
            double other = j >= 0 && j < found.length ? found[j] : 0;
            product += wanted[i] * other;
            wantedEnergy += (double) wanted[i] * wanted[i];
            foundEnergy += other * other;
        }
        return foundEnergy == 0 ? 0 : product / Math.sqrt(wantedEnergy * foundEnergy);
    }

    private static boolean silentOutside(short[] wanted, short[] found, int offset) {
        for (int j = 0; j < found.length; j++) {
            boolean inside = j >= offset && j < offset + wanted.length;
            if (!inside && found[j] != 0) {
                return false;
            }
        }
        return true;
    }
}
