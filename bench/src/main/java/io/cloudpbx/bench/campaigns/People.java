package io.cloudpbx.bench.campaigns;

import java.util.List;
import java.util.stream.IntStream;

/** Fictional people with a number of their own each, in American area codes where nobody buys a number. */
final class People {
    private static final List<Integer> AREA_CODES = List.of(
            209, 213, 253, 323, 360, 408, 424, 425, 442, 458, 480, 503, 509, 510, 520, 530, 541, 559, 562, 602, 619,
            623, 626, 650, 657, 661, 669, 702, 714, 719, 720, 725, 747, 760, 775, 916, 805, 818, 831, 858, 909, 925,
            928, 949, 951, 970, 971, 707, 303, 206);

    private static final int FIRST_LINE = 100;
    static final int MOST = AREA_CODES.size() * (10_000 - FIRST_LINE);

    private People() {}

    /** @param first how many there are before them, of earlier campaigns */
    static List<String> of(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(People::number).toList();
    }

    private static String number(int person) {
        return "+1%d555%04d"
                .formatted(AREA_CODES.get(person % AREA_CODES.size()), FIRST_LINE + person / AREA_CODES.size());
    }
}
