package nightfill.application.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightfill.application.sampling.Snapshot.State;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Instant THREE = Instant.parse("2026-11-21T03:00:00Z");

    private Instant now = THREE;
    private boolean lost;
    private String slow = "";
    private String broken = "";
    private final List<String> asked = new ArrayList<>();
    private final Samples<String, String> samples = new Sampling(() -> now, new Failures()).of(this::answer);

    private static final class Failures implements Loss {

        @Override
        public boolean isLoss(RuntimeException failure) {
            return failure instanceof IllegalStateException;
        }

        @Override
        public boolean isSlow(RuntimeException failure) {
            return failure instanceof ArithmeticException;
        }
    }

    private String answer(String key) {
        asked.add(key);
        if (slow.equals(key)) {
            throw new ArithmeticException("takes too long");
        }
        if (broken.equals(key)) {
            throw new StackOverflowError("a bug");
        }
        if (lost) {
            throw new IllegalStateException("no answer");
        }
        return key + " " + asked.size();
    }

    private Snapshot<String> request(String key) {
        return samples.get(key, now);
    }

    private Snapshot<String> poll(String key) {
        return samples.get(key, now.minus(Sampling.AGE));
    }

    private void pass(int millis) {
        now = now.plusMillis(millis);
    }

    @Test
    void whoever_asks_gets_what_the_database_says_now() {
        assertThat(request("a").value()).isEqualTo("a 1");
        assertThat(request("a").value()).isEqualTo("a 2");
        assertThat(request("b").value()).isEqualTo("b 3");
    }

    @Test
    void pages_that_ask_by_themselves_share_an_answer_for_two_seconds() {
        assertThat(poll("a").value()).isEqualTo("a 1");
        pass(1999);
        assertThat(poll("a")).isEqualTo(new Snapshot<>("a 1", THREE, State.NEW));
        assertThat(poll("b").value()).isEqualTo("b 2");
        pass(1);
        assertThat(poll("a").value()).isEqualTo("a 3");
    }

    @Test
    void a_lost_database_is_said_once_and_its_last_answer_is_shown() {
        request("a");
        pass(5000);
        lost = true;

        assertThat(request("a")).isEqualTo(new Snapshot<>("a 1", THREE, State.GONE));
        assertThatThrownBy(() -> request("b")).isInstanceOf(Unanswered.class);
        assertThat(poll("a").gone()).isTrue();
        assertThat(asked).hasSize(2);

        pass(2000);
        assertThat(request("a").gone()).isTrue();
        assertThat(asked).hasSize(3);
    }

    @Test
    void it_is_as_before_once_the_database_answers_again() {
        lost = true;
        assertThatThrownBy(() -> request("a"))
                .isInstanceOf(Unanswered.class)
                .hasCauseInstanceOf(RuntimeException.class);
        lost = false;
        pass(2000);

        assertThat(request("b")).isEqualTo(new Snapshot<>("b 2", now, State.NEW));
        assertThat(request("a").gone()).isFalse();
    }

    @Test
    void a_question_that_takes_too_long_is_that_questions_own() {
        request("a");
        pass(5000);
        slow = "a";

        assertThat(request("a")).isEqualTo(new Snapshot<>("a 1", THREE, State.SLOW));
        assertThat(request("b")).isEqualTo(new Snapshot<>("b 3", now, State.NEW));
        slow = "c";
        assertThatThrownBy(() -> request("c"))
                .isInstanceOfSatisfying(
                        Unanswered.class, e -> assertThat(e.isSlow()).isTrue());
    }

    @Test
    void what_takes_too_long_is_asked_once_for_all_who_wait_and_not_at_once_again() {
        slow = "a";
        for (int person = 0; person < 3; person++) {
            assertThatThrownBy(() -> request("a")).isInstanceOf(Unanswered.class);
        }
        assertThat(asked).hasSize(1);
        slow = "";
        pass(2000);
        assertThat(request("a").state()).isEqualTo(State.NEW);
    }

    @Test
    void a_database_that_is_lost_no_more_may_take_long() {
        lost = true;
        assertThatThrownBy(() -> request("a")).isInstanceOf(Unanswered.class);
        lost = false;
        slow = "a";
        pass(2000);
        assertThatThrownBy(() -> request("a")).isInstanceOf(Unanswered.class);
        assertThat(request("b").state()).isEqualTo(State.NEW);
    }

    @Test
    void an_error_while_it_is_tried_again_does_not_lose_the_database_for_ever() {
        lost = true;
        assertThatThrownBy(() -> request("a")).isInstanceOf(Unanswered.class);
        lost = false;
        broken = "a";
        pass(2000);
        assertThatThrownBy(() -> request("a")).isInstanceOf(StackOverflowError.class);
        pass(2000);
        assertThat(request("b").state()).isEqualTo(State.NEW);
    }

    @Test
    void a_mistake_is_no_loss() {
        Samples<String, String> mistaken = new Sampling(() -> now, failure -> false).of(this::answer);
        lost = true;
        assertThatThrownBy(() -> mistaken.get("a", now)).hasMessage("no answer");
        assertThatThrownBy(() -> mistaken.get("a", now)).hasMessage("no answer");
        assertThat(asked).hasSize(2);
    }

    @Test
    void many_who_ask_at_once_are_one_question() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch going = new CountDownLatch(1);
        Samples<String, Integer> slow = new Sampling(() -> now, failure -> false).of(key -> {
            asked.add(key);
            begun.countDown();
            awaitUnchecked(going);
            return asked.size();
        });
        ExecutorService people = Executors.newFixedThreadPool(50);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            Callable<Integer> poll = () -> slow.get("a", THREE.minusSeconds(1)).value();
            for (int person = 0; person < 50; person++) {
                answers.add(people.submit(poll));
            }
            begun.await();
            going.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            people.shutdown();
        }
        assertThat(asked).hasSize(1);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
