package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the carrier sends, and what somebody sends who only says to be the carrier. */
class WebhooksTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final CarrierByHand carrier = new CarrierByHand(programs.company().base());
    private final JdbcClient database = programs.bean(JdbcClient.class);

    @Test
    void every_route_of_the_carrier_refuses_what_is_not_signed_and_writes_nothing() throws Exception {
        var form = form("/ivr/inbound");
        for (String path : carrierPaths()) {
            assertThat(post(path, form, null).statusCode()).as(path).isEqualTo(403);
            assertThat(post(path, form, "bm90IGEgc2lnbmF0dXJl").statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(post(path, form, signature("/ivr/elsewhere", form)).statusCode())
                    .as(path)
                    .isEqualTo(403);
            var changed = new LinkedHashMap<>(form);
            changed.put("From", "+14155550111");
            assertThat(post(path, changed, signature(path, form)).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(rowsOf(form)).isZero();
    }

    /** A new route cannot be forgotten: the list comes from the router. */
    private List<String> carrierPaths() {
        var paths = programs.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(java.util.Set::stream)
                .filter(path -> path.startsWith("/ivr/") || path.startsWith("/sms/"))
                .map(path -> path.replaceAll("\\{[^}]+}", "1"))
                .distinct()
                .toList();
        assertThat(paths)
                .contains("/ivr/inbound", "/sms/inbound", "/ivr/recording/1")
                .hasSizeGreaterThan(12);
        return paths;
    }

    @Test
    void the_same_webhook_twice_is_answered_the_same_and_written_once() throws Exception {
        var form = form("/ivr/inbound");
        var first = signed("/ivr/inbound", form);
        long calls = count("call");
        var second = signed("/ivr/inbound", form);

        assertThat(second.body()).isEqualTo(first.body()).contains("<Gather");
        assertThat(count("call")).isEqualTo(calls);
    }

    @Test
    void what_a_caller_says_is_answered_the_same_twice_and_written_down_once_without_their_card() throws Exception {
        var form = form("/ivr/inbound");
        signed("/ivr/inbound", form);
        form.put("CallStatus", "in-progress");
        form.put("Digits", "0");
        assertThat(signed("/ivr/menu/1/0", form).body()).contains("automated assistant", "dtmf speech");
        form.put("Digits", "");
        form.put("SpeechResult", "Operator please, my card is 4111 1111 1111 1111");
        form.put("Confidence", "0.83");
        var first = signed("/ivr/talk/1-0-0-none-en", form);
        form.put("SpeechResult", "Something else");

        assertThat(signed("/ivr/talk/1-0-0-none-en", form).body())
                .isEqualTo(first.body())
                .contains("<Dial");
        assertThat(database.sql("""
                        select heard || ' / ' || confidence from call_turn
                        where call_id = (select id from call where carrier_id = :sid)""")
                        .param("sid", form.get("CallSid"))
                        .query(String.class)
                        .list())
                .containsExactly("Operator please, my card is [card number] / 0.83");
    }

    @Test
    void a_conversation_that_is_none_of_ours_still_gives_the_caller_a_mailbox() throws Exception {
        assertThat(signed("/ivr/talk/1-0-0-nobody-xx", form("/ivr/talk")).body())
                .contains("<Record");
    }

    @Test
    void an_unknown_number_gets_a_goodbye_and_an_entry_in_the_log() throws Exception {
        var form = form("/ivr/inbound");
        form.put("To", "+14155550166");
        assertThat(signed("/ivr/inbound", form).body())
                .contains("not in service")
                .contains("<Hangup");
        assertThat(database.sql("select outcome from call where carrier_id = :sid")
                        .param("sid", form.get("CallSid"))
                        .query(String.class)
                        .single())
                .isEqualTo("rejected");
    }

    @Test
    void parameters_of_the_future_and_empty_ones_do_no_harm() throws Exception {
        var form = form("/ivr/inbound");
        form.put("XFutureParam", "1");
        form.put("FromCity", "");
        form.put("CallerName", "</Say><Hangup/>\u202e😀".repeat(100));
        assertThat(signed("/ivr/inbound", form).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_without_what_we_need_still_gives_the_caller_a_mailbox() throws Exception {
        var answer = signed("/ivr/inbound", new LinkedHashMap<>(Map.of("From", "+14155550111")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Record");
    }

    @Test
    void the_fallback_offers_a_mailbox_that_knows_the_caller() throws Exception {
        assertThat(signed("/ivr/fallback", form("/ivr/fallback")).body())
                .contains("<Record")
                .contains("/ivr/recording/general/17075550111");
    }

    @Test
    void a_body_over_64_kilobytes_is_too_large() throws Exception {
        var form = new LinkedHashMap<>(Map.of("CallSid", "CA1", "Padding", "x".repeat(70_000)));
        assertThat(signed("/ivr/inbound", form).statusCode()).isEqualTo(413);
    }

    @Test
    void a_text_is_kept_once_however_often_it_comes() throws Exception {
        var form = form("/sms/inbound");
        form.put("Body", "Hi \u0000<b>there</b> 😀");
        long before = count("text_message");
        for (int times = 0; times < 3; times++) {
            assertThat(signed("/sms/inbound", form).body()).contains("<Response");
        }
        assertThat(count("text_message")).isEqualTo(before + 1);
    }

    private static Map<String, String> form(String path) {
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", "CA" + sid());
        form.put("MessageSid", "SM" + sid());
        form.put("MessageStatus", "delivered");
        form.put("AccountSid", "AC00000000000000000000000000000001");
        form.put("From", "+17075550111");
        form.put("To", Outside.MAIN_NUMBER);
        form.put("CallStatus", path.equals("/ivr/status") ? "completed" : "ringing");
        form.put("RecordingSid", "RE" + sid());
        form.put("RecordingStatus", "completed");
        return form;
    }

    private static String sid() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private HttpResponse<String> signed(String path, Map<String, String> form) throws Exception {
        return post(path, form, signature(path, form));
    }

    private HttpResponse<String> post(String path, Map<String, String> form, @Nullable String signature)
            throws Exception {
        return carrier.post(path, form, signature);
    }

    private String signature(String path, Map<String, String> form) {
        return carrier.signature(path, form);
    }

    /** Whatever else is written belongs to one of these. */
    private long rowsOf(Map<String, String> form) {
        return database.sql("""
                        select (select count(*) from call where carrier_id = :call)
                             + (select count(*) from voicemail where call_id = :call or recording_id = :recording)
                             + (select count(*) from text_message where carrier_id = :text)
                             + (select count(*) from text_news where carrier_id = :text)""")
                .param("call", form.get("CallSid"))
                .param("recording", form.get("RecordingSid"))
                .param("text", form.get("MessageSid"))
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
