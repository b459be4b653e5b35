package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.cloudpbx.campaigns.flow.SharedTime.Text;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTimeTest {
    private static final PhoneNumber ONE = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");

    @Test
    void texts_of_several_numbers_leave_one_after_the_other_at_the_accounts_rate() {
        var time = SharedTime.of(
                List.of(text(ONE, 1), text(OTHER, 1), text(ONE, 1)), Map.of(ONE, 0.2, OTHER, 0.2), 0.5, 0.25);

        assertThat(time.begins()).containsExactly(0.5, 0.75, 1.5);
        assertThat(time.numbersFree()).isEqualTo(Map.of(ONE, 2.5, OTHER, 1.75));
        assertThat(time.accountFree()).isEqualTo(1.75);
    }

    @Test
    void nobody_waits_for_a_number_that_is_busy_while_others_could_go() {
        var time = SharedTime.of(List.of(text(ONE, 1), text(OTHER, 1)), Map.of(ONE, 3.0, OTHER, 0.0), 0, 0.25);

        assertThat(time.begins()).containsExactly(3.0, 0.0);
    }

    @Test
    void a_number_that_is_late_has_its_time_put_off() {
        var time = SharedTime.of(List.of(new Text(ONE, 0.4, 1), text(ONE, 1)), Map.of(ONE, 0.0), 0, 0.1);

        assertThat(time.begins()).containsExactly(0.4, 1.4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neither_a_number_nor_the_account_is_ever_faster_than_it_may(long seed) {
        var lot = new SplittableRandom(seed);
        List<PhoneNumber> numbers = IntStream.range(0, 1 + lot.nextInt(6))
                .mapToObj(number -> new PhoneNumber("+1415555010" + number))
                .toList();
        Map<PhoneNumber, Double> free = new HashMap<>();
        numbers.forEach(number -> free.put(number, lot.nextDouble(2)));
        List<Text> texts = IntStream.range(0, 40)
                .mapToObj(text -> text(numbers.get(lot.nextInt(numbers.size())), 0.1 + lot.nextDouble(2)))
                .toList();
        double between = 0.01 + lot.nextDouble(0.5);

        var time = SharedTime.of(texts, free, lot.nextDouble(2), between);

        List<Integer> inOrder = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        inOrder.sort(Comparator.comparing(time.begins()::get));
        Map<PhoneNumber, Double> next = new HashMap<>(free);
        double account = 0;
        for (int place : inOrder) {
            Text text = texts.get(place);
            double begin = time.begins().get(place);
            assertThat(begin)
                    .isGreaterThanOrEqualTo(account - 1e-9)
                    .isGreaterThanOrEqualTo(next.getOrDefault(text.number(), 0.0) - 1e-9);
            next.put(text.number(), begin + text.seconds());
            account = begin + between;
        }
        assertThat(time.accountFree()).isEqualTo(account, offset(1e-9));
        time.numbersFree().forEach((number, then) -> assertThat(then).isEqualTo(next.get(number), offset(1e-9)));
    }

    private static Text text(PhoneNumber number, double seconds) {
        return new Text(number, 0, seconds);
    }
}
