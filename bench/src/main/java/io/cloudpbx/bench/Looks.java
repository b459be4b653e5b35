package io.cloudpbx.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What pages about campaigns ask for, and how long they wait for it. */
record Looks(PhoneSystemProgram phones) {
    private static final int TIMES = 20;

    /** Nobody takes notice of less, whatever it is. */
    private static final double FAST_MILLIS = 100;

    /** @return milliseconds of each look, median */
    Map<String, Double> at(String campaign, int recipients) throws IOException {
        Http.forgetRested();
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("the list of campaigns", median("/api/campaigns"));
        millis.put("the campaign, with its counts", median(campaign));
        millis.put("its picture over time", median(campaign + "/timeline"));
        millis.put("why people were left out", median(campaign + "/reasons"));
        millis.put("the first page of its recipients", median(campaign + "/deliveries"));
        millis.put(
                "a page of those who wait, from the middle",
                median(campaign + "/deliveries?state=waiting&after=" + recipients / 2));
        return millis;
    }

    /**
     * Prints them beside those at a small campaign.
     *
     * @return whether all were fast
     */
    static boolean tell(String when, Map<String, Double> millis, Map<String, Double> small) {
        millis.forEach((what, took) -> new Figure(
                        "%s, %s".formatted(what, when),
                        took,
                        "ms",
                        "%.2f at 1,000; wanted: %.0f".formatted(small.get(what), FAST_MILLIS))
                .print());
        return millis.values().stream().allMatch(took -> took <= FAST_MILLIS);
    }

    private double median(String path) throws IOException {
        double[] millis = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            long began = System.nanoTime();
            phones.get(path);
            millis[time] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[TIMES / 2];
    }
}
