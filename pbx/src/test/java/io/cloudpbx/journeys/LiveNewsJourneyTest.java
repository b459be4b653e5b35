package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.dashboard.LiveFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** News for browsers while the database takes none. */
class LiveNewsJourneyTest {
    private static final String PERSON = "+16615550188";
    private static final String WORDS = "Is my retainer there?";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final LiveFeed feed = programs.bean(LiveFeed.class);
    private final JdbcClient jdbc = programs.bean(JdbcClient.class);

    @AfterEach
    void news_is_taken_again() {
        jdbc.sql("drop trigger if exists no_news on live_news").update();
        jdbc.sql("drop function if exists no_news()").update();
        jdbc.sql("drop sequence if exists news_refused").update();
    }

    @Test
    void a_text_that_could_not_be_told_of_is_told_later_and_once() {
        long before = feed.newest();
        refuseNews();
        programs.outside().texts(PERSON, Outside.MAIN_NUMBER, WORDS);
        await().until(this::newsWasRefused);
        assertThat(feed.after(before)).isEmpty();

        news_is_taken_again();

        await().untilAsserted(() -> assertThat(told(before)).isEqualTo(1));
    }

    private long told(long before) {
        return feed.after(before).stream()
                .filter(news -> news.type().equals("message.added"))
                .filter(news -> news.data().contains(WORDS))
                .count();
    }

    /** A sequence counts also what is rolled back. */
    private void refuseNews() {
        jdbc.sql("create sequence news_refused").update();
        jdbc.sql("""
                        create function no_news() returns trigger language plpgsql as $$
                        begin
                            perform nextval('news_refused');
                            raise exception 'No news is taken now.';
                        end
                        $$""").update();
        jdbc.sql("create trigger no_news before insert on live_news for each row execute function no_news()")
                .update();
    }

    private boolean newsWasRefused() {
        return jdbc.sql("select is_called from news_refused")
                .query(Boolean.class)
                .single();
    }
}
