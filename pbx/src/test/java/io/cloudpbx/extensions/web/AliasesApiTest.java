package io.cloudpbx.extensions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.extensions.AliasConfirmed;
import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.extensions.ExtensionDetails;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.extensions.Successor;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class AliasesApiTest {
    private static final PhoneNumber PAULA = new PhoneNumber("+14155550171");
    private static final PhoneNumber RUTH = new PhoneNumber("+14155550172");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Aliases aliases;

    @Autowired
    private Extensions extensions;

    @Autowired
    private ObjectProvider<Recurring> recurring;

    private ApiPerson owner;
    private UUID luis;
    private UUID dana;

    @BeforeEach
    void two_people_are_there() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        luis = extensions.add(details("181", "Luis Ortega"), null);
        dana = extensions.add(details("182", "Dana Whitfield"), null);
    }

    @AfterEach
    void and_leave() {
        extensions.active().stream()
                .filter(extension -> extension.ext().startsWith("18"))
                .forEach(extension -> extensions.deactivate(extension.id(), true, new Successor.Nobody()));
    }

    private static ExtensionDetails details(String ext, String name) {
        return new ExtensionDetails(ext, name, "", "", List.of(), null);
    }

    @Test
    void an_alias_says_how_often_it_was_heard_and_from_how_many() {
        confirm(luis, "orteguita", PAULA);
        confirm(luis, "orteguita", PAULA);
        assertThat(owner.get(at(luis)).each("/standing")).containsExactly("one_caller");
        assertThat(aliases.inUse()).doesNotContainKey(luis);

        confirm(luis, "orteguita", RUTH);

        var shown = owner.get(at(luis)).body().at("/items/0");
        assertThat(shown.get("words").asString()).isEqualTo("orteguita");
        assertThat(shown.get("count").asInt()).isEqualTo(3);
        assertThat(shown.get("callers").asInt()).isEqualTo(2);
        assertThat(shown.get("standing").asString()).isEqualTo("in_use");
        assertThat(aliases.inUse().get(luis)).containsExactly("orteguita");
        assertThat(owner.get(at(dana)).each("/words")).isEmpty();
    }

    @Test
    void a_call_counts_once_and_what_was_understood_already_teaches_nothing_new() {
        var once = new AliasConfirmed(luis, "orteguita", UUID.randomUUID(), PAULA, clock.instant(), true);
        aliases.confirm(once);
        aliases.confirm(once);
        aliases.confirm(new AliasConfirmed(luis, "lu is", UUID.randomUUID(), RUTH, clock.instant(), false));

        assertThat(owner.get(at(luis)).each("/count")).containsExactly("1");
        assertThat(owner.get(at(luis)).each("/words")).containsExactly("orteguita");
    }

    @Test
    void what_is_taken_off_is_not_learned_again_and_can_be_brought_back() {
        confirm(luis, "orteguita", PAULA);
        String alias = at(luis) + "/" + owner.get(at(luis)).each("/id").getFirst();

        assertThat(owner.delete(alias).status()).isEqualTo(204);
        confirm(luis, "orteguita", RUTH);

        assertThat(owner.get(at(luis)).each("/words")).isEmpty();
        assertThat(owner.delete(alias).code()).isEqualTo("alias_not_found");
        assertThat(owner.post(alias + "/restore", "").status()).isEqualTo(204);
        assertThat(owner.get(at(luis)).each("/callers")).containsExactly("1");
    }

    @Test
    void only_who_may_change_extensions_may_take_it_off_and_only_where_it_is() {
        confirm(luis, "orteguita", PAULA);
        String id = owner.get(at(luis)).each("/id").getFirst();
        var agent = ApiPerson.of(Role.AGENT, port, beans);

        assertThat(agent.delete(at(luis) + "/" + id).status()).isEqualTo(403);
        assertThat(owner.delete(at(dana) + "/" + id).code()).isEqualTo("alias_not_found");
        assertThat(owner.get(at(UUID.randomUUID())).code()).isEqualTo("extension_not_found");
        assertThat(owner.get(at(luis)).each("/words")).containsExactly("orteguita");
    }

    @Test
    void who_called_again_and_reached_somebody_else_had_confirmed_a_mistake() {
        confirm(luis, "orteguita", PAULA);
        confirm(luis, "orteguita", RUTH);

        aliases.cameBack(PAULA, dana, clock.instant().minus(Duration.ofMinutes(15)));
        assertThat(owner.get(at(luis)).each("/standing")).containsExactly("one_caller");
        aliases.cameBack(RUTH, luis, clock.instant().minus(Duration.ofMinutes(15)));
        assertThat(owner.get(at(luis)).each("/standing")).containsExactly("one_caller");
        aliases.cameBack(RUTH, dana, clock.instant().minus(Duration.ofMinutes(15)));
        assertThat(owner.get(at(luis)).each("/standing")).isEmpty();
    }

    @Test
    void of_many_the_best_confirmed_stay() {
        confirm(luis, "orteguita", PAULA);
        confirm(luis, "orteguita", RUTH);
        for (char letter = 'a'; letter < 'a' + 15; letter++) {
            confirm(luis, "spam " + letter, PAULA);
        }

        assertThat(owner.get(at(luis)).each("/words")).hasSize(12).contains("orteguita", "spam o");
    }

    @Test
    void it_is_forgotten_when_nobody_said_it_for_half_a_year_or_for_as_long_as_words_are_kept() {
        confirmAt(luis, "orteguita", PAULA, Duration.ofDays(181));
        confirmAt(luis, "orteguita", RUTH, Duration.ofDays(179));
        confirmAt(luis, "or tay go", RUTH, Duration.ofDays(181));

        sweep();

        assertThat(owner.get(at(luis)).each("/words")).containsExactly("orteguita");
        assertThat(owner.get(at(luis)).each("/callers")).containsExactly("1");
    }

    @Test
    void who_is_forgotten_has_confirmed_nothing() {
        confirm(luis, "orteguita", PAULA);
        confirm(dana, "day na", RUTH);
        var contact = owner.post(
                "/api/contacts", "{\"name\": \"Paula Reyes\", \"numbers\": [\"+14155550171\"], \"fields\": {}}");

        assertThat(owner.delete("/api/contacts/" + contact.body().path("id").asString())
                        .status())
                .isEqualTo(200);

        assertThat(owner.get(at(luis)).each("/words")).isEmpty();
        assertThat(owner.get(at(dana)).each("/words")).containsExactly("day na");
    }

    @Test
    void how_a_name_sounds_is_kept_with_the_extension() {
        var before = owner.get("/api/extensions/" + luis).body();
        String body = "{\"ext\": \"181\", \"name\": \"Luis Ortega\", \"soundsLike\": %s, \"version\": %d}";
        long version = before.get("version").asLong();

        var refused = owner.put(
                "/api/extensions/" + luis, body.formatted("[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]", version));
        var saved = owner.put("/api/extensions/" + luis, body.formatted("[\" or tay ga \", \"or tay ga\"]", version));

        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("soundsLike");
        assertThat(saved.body().at("/soundsLike").toString()).isEqualTo("[\"or tay ga\"]");
        assertThat(owner.get("/api/extensions/" + luis)
                        .body()
                        .at("/soundsLike/0")
                        .asString())
                .isEqualTo("or tay ga");
    }

    private static String at(UUID extension) {
        return "/api/extensions/" + extension + "/aliases";
    }

    private void confirm(UUID extension, String words, PhoneNumber caller) {
        confirmAt(extension, words, caller, Duration.ZERO);
    }

    private void confirmAt(UUID extension, String words, PhoneNumber caller, Duration ago) {
        aliases.confirm(new AliasConfirmed(
                extension, words, UUID.randomUUID(), caller, clock.instant().minus(ago), true));
    }

    private void sweep() {
        recurring.stream()
                .filter(work -> work.name().equals("calls.delete-words"))
                .forEach(Recurring::run);
    }
}
