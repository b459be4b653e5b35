package io.cloudpbx.claude.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.claude.AbsentClaude;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.startup.CannotStart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingClaudeTest {
    @Test
    void without_a_key_there_is_nobody_to_ask() {
        var claude = AnthropicConfiguration.chosen(settings(" ", "https://api.anthropic.com"), Clock.systemUTC());

        assertThat(claude).isInstanceOf(AbsentClaude.class);
        assertThat(claude.isAvailable()).isFalse();
        var question = new Prompt(
                new Asker.Texter(""), List.of(), List.of(), List.of(Prompt.Turn.user("Hi")), 10, Duration.ofSeconds(1));
        assertThat(claude.ask(question))
                .isInstanceOfSatisfying(
                        Reply.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.ABSENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example.com", "http://127.evil.example", "ftp://localhost", "api.example.com"})
    void words_and_key_go_nowhere_in_the_clear(String url) {
        assertThatThrownBy(() -> AnthropicConfiguration.chosen(settings("key", url), Clock.systemUTC()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ANTHROPIC_BASE_URL");
    }

    @Test
    void a_price_that_nobody_told_is_no_price() {
        assertThat(settings("key", "https://api.anthropic.com").cost("claude-new", new Usage(1, 1, 1, 1)))
                .isNull();
    }

    private static ClaudeSettings settings(String key, String url) {
        return new ClaudeSettings(key, URI.create(url), "claude-opus-4-6", Map.of());
    }
}
