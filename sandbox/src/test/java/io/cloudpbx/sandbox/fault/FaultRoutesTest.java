package io.cloudpbx.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultRoutesTest extends FaultTest {
    private static final String BROKEN = "'fault':'answer','statuses':[{'status':500}]";

    private Rest.Reply faults() {
        return business().get("/sandbox/faults");
    }

    private int calls() {
        return business().get("Calls.json").status();
    }

    @Test
    void a_rule_is_answered_with_its_id_is_listed_and_can_be_removed() {
        String id = fault("'part':'rest','route':'/2010-04-01/*'", BROKEN, ",'howOften':{'every':2},'seed':7");

        assertThat(id).startsWith("FT");
        assertThat(faults().json().at("/faults/0/id").asString()).isEqualTo(id);
        assertThat(faults().json().at("/faults/0/what/statuses/0/status").asInt())
                .isEqualTo(500);
        assertThat(business().delete("/sandbox/faults/" + id).status()).isEqualTo(204);
        assertThat(faults().json().get("faults")).isEmpty();
        assertThat(business().delete("/sandbox/faults/" + id).status()).isEqualTo(404);
    }

    @Test
    void all_can_be_removed_at_once() {
        fault("'part':'rest'", BROKEN, "");
        fault("'part':'webhook'", "'fault':'drop'", "");

        assertThat(business().delete("/sandbox/faults").status()).isEqualTo(204);

        assertThat(faults().json().get("faults")).isEmpty();
        assertThat(calls()).isEqualTo(200);
    }

    @Test
    void rules_survive_a_restart_and_go_on_counting() {
        fault("'part':'rest'", BROKEN, ",'howOften':{'first':3}");
        assertThat(calls()).isEqualTo(500);
        assertThat(calls()).isEqualTo(500);
        stop();
        start();

        assertThat(IntStream.range(0, 3).map(i -> calls())).containsExactly(500, 200, 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'first':2                 | 500 500 200 200 200 200",
                "'every':3                 | 200 200 500 200 200 500",
                "'every':2,'count':2       | 200 500 200 500 200 200",
                "'count':1                 | 500 200 200 200 200 200",
                "'probability':0           | 200 200 200 200 200 200",
                "'probability':1           | 500 500 500 500 500 500"
            })
    void how_often(String howOften, String statuses) {
        fault("'part':'rest'", BROKEN, ",'howOften':{" + howOften + "}");

        assertThat(IntStream.range(0, 6).mapToObj(i -> String.valueOf(calls()))).containsExactly(statuses.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                                  |",
                "{                                                                   |",
                "[]                                                                  |",
                "null                                                                |",
                "{'what':{'fault':'outage'}}                                         | where",
                "{'where':{},'what':{'fault':'outage'}}                              | where.part",
                "{'where':{'part':'fax'},'what':{'fault':'outage'}}                  | where.part",
                "{'where':{'part':'rest'}}                                           | what",
                "{'where':{'part':'rest'},'what':{'fault':'explode'}}                | what",
                "{'where':{'part':'rest'},'what':{'fault':'drop'}}                   | what.fault",
                "{'where':{'part':'webhook'},'what':{'fault':'cut','when':'before'}} | what.fault",
                "{'where':{'part':'rest'},'what':{'fault':'cut'}}                    | what.when",
                "{'where':{'part':'rest'},'what':{'fault':'cut','when':'now'}}       | what.when",
                "{'where':{'part':'rest'},'what':{'fault':'answer'}}                 | what.statuses",
                "{'where':{'part':'rest'},'what':{'fault':'answer','statuses':[{'status':200}]}} | what.statuses[0].status",
                "{'where':{'part':'rest'},'what':{'fault':'answer','statuses':[{'status':'x'}]}} | what.statuses[0].status",
                "{'where':{'part':'rest'},'what':{'fault':'delay'}}                  | what.fromMs",
                "{'where':{'part':'rest'},'what':{'fault':'delay','fromMs':-1}}      | what.fromMs",
                "{'where':{'part':'rest'},'what':{'fault':'delay','fromMs':9,'toMs':8}} | what.toMs",
                "{'where':{'part':'rest'},'what':{'fault':'delay','fromMs':60001}}   | what.fromMs",
                "{'where':{'part':'recording'},'what':{'fault':'truncated','keep':1}} | what.keep",
                "{'where':{'part':'rest','number':'911'},'what':{'fault':'outage'}}  | where.number",
                "{'where':{'part':'rest','account':'me'},'what':{'fault':'outage'}}  | where.account",
                "{'where':{'part':'rest','callback':'x'},'what':{'fault':'outage'}}  | where.callback",
                "{'where':{'part':'rest','colour':'x'},'what':{'fault':'outage'}}    | where.colour",
                "{'where':{'part':'rest'},'what':{'fault':'outage'},'howOften':{'probability':1.1}} | howOften.probability",
                "{'where':{'part':'rest'},'what':{'fault':'outage'},'howOften':{'first':0}} | howOften.first",
                "{'where':{'part':'rest'},'what':{'fault':'outage'},'seed':'x'}      | seed"
            })
    void a_rule_that_makes_no_sense_is_refused_with_the_name_of_the_field(String rule, String field) {
        Rest.Reply reply = addFault(rule);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).isNotBlank();
        assertThat(reply.json().path("field").asString(null)).isEqualTo(field);
        assertThat(faults().json().get("faults")).isEmpty();
    }
}
