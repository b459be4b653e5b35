package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedTogetherTest {
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<Integer>> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AskedTogether<Integer> even = new AskedTogether<>(this::even);

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void who_asks_during_a_question_is_asked_about_with_the_others_by_the_next() throws Exception {
        Future<Boolean> first = people.submit(() -> even.isMember(2));
        await().until(() -> questions.size() == 1);
        List<Future<Boolean>> others = IntStream.range(0, 20)
                .mapToObj(number -> people.submit(() -> even.isMember(number)))
                .toList();
        await().until(even::waiting, waiting -> waiting == 20);

        answer.countDown();

        assertThat(first.get()).isTrue();
        for (int number = 0; number < 20; number++) {
            assertThat(others.get(number).get()).isEqualTo(number % 2 == 0);
        }
        assertThat(questions).hasSize(2);
        assertThat(questions.getLast()).hasSize(20);
    }

    @Test
    void a_question_that_fails_fails_for_all_and_the_next_is_asked_anew() {
        answer.countDown();
        assertThatThrownBy(() -> even.isMember(-1)).hasMessage("nobody there");
        assertThat(even.isMember(4)).isTrue();
    }

    private Collection<Integer> even(List<Integer> numbers) {
        questions.add(numbers);
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (numbers.contains(-1)) {
            throw new IllegalArgumentException("nobody there");
        }
        return numbers.stream().filter(number -> number % 2 == 0).collect(Collectors.toSet());
    }
}
