package io.cloudpbx.bench.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What handsets got, held against what we say of each recipient (R8 to R10).
 *
 * @param texts how many reached the recipients' handsets
 * @param twice who got more than one
 * @param lost who got nothing though nobody says why
 * @param contradicted who got it though we say that it did not leave
 * @param doubted who got nothing, and whom we list as doubtful
 * @param unfound who got it, and whom we still list as doubtful
 * @param withheld who got nothing for a reason that is on record
 * @param wrongSum by how much our figures miss the number of recipients
 */
record Verdict(
        long texts,
        List<String> twice,
        List<String> lost,
        List<String> contradicted,
        List<String> doubted,
        List<String> unfound,
        List<String> withheld,
        int wrongSum) {
    private static final Set<String> DOUBTFUL = Set.of("checking", "notConfirmed");
    private static final Set<String> WITHHELD = Set.of("skipped", "failed", "canceled");
    private static final Set<String> HANDED_OVER = Set.of("sent", "delivered");
    private static final String TOTAL = "total";

    /**
     * @param judged whose handsets are looked at
     * @param recipients how many the campaign has
     * @param got how many texts each handset has got
     * @param states how each recipient stands by us
     * @param counts our figures, with their total
     */
    static Verdict of(
            List<String> judged,
            int recipients,
            Map<String, Integer> got,
            Map<String, String> states,
            Map<String, Integer> counts) {
        var verdict = new Verdict(
                judged.stream().mapToLong(each -> got.getOrDefault(each, 0)).sum(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                wrongSum(recipients, counts));
        judged.forEach(each -> verdict.judge(each, got.getOrDefault(each, 0), states.getOrDefault(each, "")));
        return verdict;
    }

    private void judge(String person, int got, String state) {
        if (got > 1) {
            twice.add(person);
        }
        if (got == 0) {
            (DOUBTFUL.contains(state) ? doubted : WITHHELD.contains(state) ? withheld : lost).add(person);
        } else if (DOUBTFUL.contains(state)) {
            unfound.add(person);
        } else if (!HANDED_OVER.contains(state)) {
            contradicted.add(person);
        }
    }

    private static int wrongSum(int recipients, Map<String, Integer> counts) {
        int sum = counts.entrySet().stream()
                .filter(count -> !count.getKey().equals(TOTAL))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return Math.abs(sum - recipients) + Math.abs(counts.getOrDefault(TOTAL, 0) - recipients);
    }

    /** Nobody twice, nobody lost, every doubt listed, and our figures tell the same. */
    boolean isKept() {
        return twice.isEmpty() && lost.isEmpty() && contradicted.isEmpty() && wrongSum == 0;
    }
}
