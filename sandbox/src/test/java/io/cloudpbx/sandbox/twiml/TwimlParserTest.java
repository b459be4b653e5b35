package io.cloudpbx.sandbox.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import io.cloudpbx.sandbox.twiml.Reading.Refused;
import io.cloudpbx.sandbox.twiml.Reading.Understood;
import io.cloudpbx.sandbox.twiml.Verb.DialRecording.Start;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading documents ({@code twilio.md} sections 1, 6, 7 and 14). */
class TwimlParserTest {
    private static final String URL = "https://pbx.example.com/voice/menu?step=1";

    private static Reading read(String xml) {
        return TwimlParser.parse(xml.getBytes(StandardCharsets.UTF_8), "application/xml; charset=utf-8", URL);
    }

    private static Document document(String verbs) {
        return ((Understood) read("<Response>" + verbs + "</Response>")).document();
    }

    private static Verb verb(String xml) {
        return document(xml).verbs().getFirst();
    }

    private static List<Integer> warnings(String verbs) {
        return document(verbs).warnings().stream().map(Warning::code).toList();
    }

    private static int refusal(Reading reading) {
        return ((Refused) reading).code();
    }

    @Test
    void the_defaults_of_conference() {
        assertThat(((Verb.Dial) verb("<Dial><Conference>Room 12</Conference></Dial>")).nouns())
                .containsExactly(new Verb.Conference(
                        "Room 12",
                        new Verb.Seat(null, false, true, false, Verb.Beep.ALWAYS, null),
                        new Verb.Music.Usual(),
                        250,
                        null,
                        null));
    }

    @Test
    void what_conference_and_queue_say_wrongly_has_twilios_codes() {
        assertThat(warnings("<Dial><Conference muted=\"no\" endConferenceOnExit=\"1\" startConferenceOnEnter=\"x\""
                        + " waitUrl=\"/w\" waitMethod=\"PUT\" beep=\"loud\" participantLabel=\"a/b\"/></Dial>"))
                .containsExactlyInAnyOrder(13230, 13231, 13232, 13234, 13235, 13237, 16023);
        assertThat(warnings("<Dial><Conference eventCallbackUrl=\"/old\">Room</Conference></Dial>"))
                .containsExactly(12200);
        assertThat(warnings("<Enqueue>" + "q".repeat(65) + "</Enqueue>")).containsExactly(12200);
    }

    @Test
    void the_defaults_of_enqueue_and_queue() {
        assertThat(verb("<Enqueue>support</Enqueue>"))
                .isEqualTo(new Verb.Enqueue("support", null, new Verb.Music.Usual(), null));
        assertThat(verb("<Enqueue waitUrl=\"\" maxQueueSize=\"3\" action=\"next\">support</Enqueue>"))
                .isEqualTo(new Verb.Enqueue(
                        "support",
                        new Callback("https://pbx.example.com/voice/next", "POST"),
                        new Verb.Music.Silence(),
                        3));
        assertThat(((Verb.Dial) verb("<Dial><Queue>support</Queue></Dial>")).nouns())
                .containsExactly(new Verb.Queue("support", null));
        assertThat(verb("<Enqueue workflowSid=\"WW1\"/>")).isInstanceOf(Verb.UnsupportedVerb.class);
    }

    @Test
    void the_defaults_of_gather() {
        assertThat(verb("<Gather/>"))
                .isEqualTo(new Verb.Gather(
                        Set.of(Verb.Input.DTMF),
                        new Callback(URL, "POST"),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        0,
                        "#",
                        false,
                        true,
                        "en-US",
                        null,
                        List.of()));
    }

    @Test
    void the_defaults_of_record() {
        assertThat(verb("<Record/>"))
                .isEqualTo(new Verb.TakeMessage(
                        new Callback(URL, "POST"),
                        Duration.ofSeconds(5),
                        "1234567890*#",
                        Duration.ofSeconds(3600),
                        true,
                        true,
                        null,
                        false,
                        null));
        assertThat(((Verb.TakeMessage) verb("<Record transcribe=\"true\"/>")).maxLength())
                .isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void the_defaults_of_dial() {
        assertThat(verb("<Dial>+14155550191</Dial>"))
                .isEqualTo(new Verb.Dial(
                        List.of(new Verb.PhoneNumber("+14155550191", "", null, null)),
                        null,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(14_400),
                        null,
                        false,
                        false,
                        false,
                        new Verb.DialRecording(Start.NEVER, false, Verb.Track.BOTH, false, null)));
    }

    @Test
    void the_defaults_of_the_rest() {
        assertThat(document("<Say>Hi</Say><Play>a.wav</Play><Pause/><Redirect/><Reject/><Hangup/>")
                        .verbs())
                .containsExactly(
                        new Verb.Say("Hi", "man", "en-US", 1),
                        new Verb.Play("https://pbx.example.com/voice/a.wav", 1),
                        new Verb.Pause(Duration.ofSeconds(1)),
                        new Verb.Redirect(new Callback(URL, "POST")),
                        new Verb.Reject(false),
                        new Verb.Hangup());
    }

    @Test
    void relative_urls_resolve_against_the_document_and_keep_their_fragment() {
        assertThat(verb("<Redirect>next#rc=2</Redirect>"))
                .isEqualTo(new Verb.Redirect(new Callback("https://pbx.example.com/voice/next#rc=2", "POST")));
        assertThat(verb("<Redirect>/next</Redirect>"))
                .isEqualTo(new Verb.Redirect(new Callback("https://pbx.example.com/next", "POST")));
        assertThat(verb("<Redirect>?step=2</Redirect>"))
                .isEqualTo(new Verb.Redirect(new Callback("https://pbx.example.com/voice/menu?step=2", "POST")));
    }

    @Test
    void in_an_inline_document_urls_are_absolute() {
        Reading reading = TwimlParser.parse(
                "<Response><Redirect>/next</Redirect></Response>".getBytes(StandardCharsets.UTF_8), "text/xml", null);

        Document document = ((Understood) reading).document();
        assertThat(document.verbs()).isEmpty();
        assertThat(document.warnings()).extracting(Warning::code).containsExactly(11100);
    }

    @Test
    void a_loop_of_zero_is_a_thousand_times() {
        assertThat(((Verb.Say) verb("<Say loop=\"0\">Hi</Say>")).loop()).isEqualTo(1000);
    }

    @Test
    void ssml_is_read_as_its_words() {
        assertThat(((Verb.Say) verb("<Say>Hello <break time=\"1s\"/><emphasis>dear</emphasis>\n friend</Say>")).text())
                .isEqualTo("Hello dear friend");
    }

    @Test
    void an_invalid_value_is_reported_with_its_code_and_read_as_the_default() {
        assertThat(warnings("<Gather timeout=\"soon\"/>")).containsExactly(13313);
        assertThat(warnings("<Gather numDigits=\"0\"/>")).containsExactly(13314);
        assertThat(warnings("<Gather finishOnKey=\"x\"/>")).containsExactly(13310);
        assertThat(warnings("<Gather finishOnKey=\"12\"/>")).containsExactly(13311);
        assertThat(warnings("<Gather method=\"PUT\"/>")).contains(13312);
        assertThat(warnings("<Gather input=\"speech\" speechTimeout=\"auto\" speechModel=\"phone_call\"/>"))
                .containsExactly(13335);
        assertThat(warnings("<Gather><Dial>1</Dial></Gather>")).containsExactly(13320);
        assertThat(warnings("<Gather><Play digits=\"1\"/></Gather>")).containsExactly(13320);
        assertThat(warnings("<Record maxLength=\"-1\"/>")).containsExactly(13612);
        assertThat(warnings("<Record timeout=\"x\"/>")).containsExactly(13611);
        assertThat(warnings("<Record transcribe=\"true\" maxLength=\"300\"/>")).containsExactly(13615);
        assertThat(warnings("<Dial timeout=\"x\">1</Dial>")).containsExactly(13212);
        assertThat(warnings("<Dial><Person>1</Person></Dial>")).contains(13215);
        assertThat(warnings("<Say loop=\"x\">Hi</Say>")).containsExactly(13510);
        assertThat(warnings("<Say/>")).containsExactly(13520);
        assertThat(warnings("<Say>" + "a".repeat(4097) + "</Say>")).containsExactly(13521);
        assertThat(warnings("<Pause length=\"x\"/>")).containsExactly(13910);
        assertThat(((Verb.Gather) verb("<Gather timeout=\"soon\"/>")).timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void what_is_unknown_is_a_schema_warning() {
        assertThat(warnings("<say>hi</say>")).containsExactly(12200);
        assertThat(warnings("<Say Voice=\"man\">hi</Say>")).containsExactly(12200);
        assertThat(warnings("<Dial><Number machineDetection=\"Sometimes\">+14155550191</Number></Dial>"))
                .containsExactly(12200);
    }

    @Test
    void verbs_and_nouns_that_are_not_imitated_are_kept_so_that_they_can_be_refused() {
        assertThat(verb("<Refer><Sip>sip:a@b.example</Sip></Refer>")).isEqualTo(new Verb.UnsupportedVerb("Refer"));
        assertThat(((Verb.Dial) verb("<Dial><Application>AP1</Application></Dial>")).nouns())
                .containsExactly(new Verb.UnsupportedNoun("Application"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Response><Say>",
                "<Response></Response><Response/>",
                "<Say>hi</Say>",
                "not xml",
                "<Response><Say>&nbsp;</Say></Response>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Response><Say>&e;</Say></Response>",
                "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Response><Say>&b;</Say></Response>"
            })
    void what_is_not_well_formed_or_has_a_doctype_is_refused(String xml) {
        assertThat(refusal(read(xml))).isEqualTo(12100);
    }

    @Test
    void section_14_an_encoding_that_nobody_knows_and_bytes_that_are_not_in_theirs_are_12100() {
        byte[] unknown = "<?xml version=\"1.0\" encoding=\"foo\"?><Response/>".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "<Response><Say>é</Say></Response>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(TwimlParser.parse(unknown, "text/xml", URL))).isEqualTo(12100);
        assertThat(refusal(TwimlParser.parse(latin, "text/xml", URL))).isEqualTo(12100);
    }

    @Test
    void section_14_a_plain_text_of_more_than_4096_characters_is_13521_like_any_other() {
        Document spoken = ((Understood)
                        TwimlParser.parse("a".repeat(4097).getBytes(StandardCharsets.UTF_8), "text/plain", URL))
                .document();

        assertThat(spoken.warnings()).extracting(Warning::code).containsExactly(13521);
        assertThat(spoken.verbs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Pause><Say>x</Say></Pause>",
                "<Record><Say>x</Say></Record>",
                "<Hangup><Pause/></Hangup>",
                "<Reject><Pause/></Reject>",
                "<Gather><Pause><Say>x</Say></Pause></Gather>",
                "Hello<Hangup/>",
                "<Hangup/><![CDATA[Hello]]>"
            })
    void section_6_what_stands_where_nothing_may_is_a_schema_warning(String verbs) {
        assertThat(warnings(verbs)).containsExactly(12200);
    }

    @Test
    void section_6_comments_and_blanks_are_fine() {
        assertThat(warnings(" <!-- first --> <Pause> <!-- a second --> </Pause>\n<Hangup/>\n"))
                .isEmpty();
    }

    @Test
    void section_7_dial_rings_from_5_to_600_seconds() {
        assertThat(warnings("<Dial timeout=\"4\">1</Dial>")).containsExactly(13212);
        assertThat(warnings("<Dial timeout=\"601\">1</Dial>")).containsExactly(13212);
        assertThat(((Verb.Dial) verb("<Dial timeout=\"2\">1</Dial>")).timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(warnings("<Dial timeout=\"5\">1</Dial>")).isEmpty();
    }

    @Test
    void section_7_an_eleventh_number_is_reported_and_not_called() {
        String numbers = "<Number>+14155550191</Number>";

        assertThat(warnings("<Dial>" + numbers.repeat(11) + "</Dial>")).containsExactly(12200);
        assertThat(((Verb.Dial) verb("<Dial>" + numbers.repeat(11) + "</Dial>")).nouns())
                .hasSize(10);
        assertThat(warnings("<Dial>" + numbers.repeat(10) + "</Dial>")).isEmpty();
    }

    @Test
    void section_6_the_number_to_dial_is_dials_own_text_without_what_is_nested_in_it() {
        assertThat(((Verb.Dial) verb("<Dial><Say>x</Say>+14155550191</Dial>")).nouns())
                .containsExactly(new Verb.PhoneNumber("+14155550191", "", null, null));
        assertThat(warnings("<Dial><Say>x</Say>+14155550191</Dial>")).containsExactly(13215);
    }

    @Test
    void deep_nesting_is_refused_without_harm() {
        assertThat(refusal(read("<Response>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</Response>")))
                .isEqualTo(12100);
    }

    @Test
    void more_than_64_kilobytes_are_refused() {
        assertThat(refusal(read("<Response><!--" + "x".repeat(65_536) + "--></Response>")))
                .isEqualTo(11750);
    }

    @Test
    void the_content_type_decides_how_a_reply_is_read() {
        byte[] twiml = "<Response><Hangup/></Response>".getBytes(StandardCharsets.UTF_8);
        assertThat(((Understood) TwimlParser.parse(twiml, "text/html", URL))
                        .document()
                        .verbs())
                .containsExactly(new Verb.Hangup());
        assertThat(((Understood) TwimlParser.parse(twiml, "text/plain", URL))
                        .document()
                        .verbs())
                .containsExactly(new Verb.Hangup());
        assertThat(((Understood) TwimlParser.parse("Hi".getBytes(StandardCharsets.UTF_8), "text/plain", URL))
                        .document()
                        .verbs())
                .containsExactly(new Verb.Say("Hi", "man", "en-US", 1));
        assertThat(((Understood) TwimlParser.parse(new byte[] {1}, "audio/wav", URL))
                        .document()
                        .verbs())
                .containsExactly(new Verb.Play(URL, 1), new Verb.Hangup());
        assertThat(refusal(TwimlParser.parse(twiml, "application/json", URL))).isEqualTo(12300);
        assertThat(refusal(TwimlParser.parse(twiml, "", URL))).isEqualTo(12300);
    }

    @Test
    void an_empty_reply_is_an_empty_document() {
        assertThat(((Understood) TwimlParser.parse(new byte[0], "", URL))
                        .document()
                        .verbs())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Response><Say voice=\"Polly.Joanna\" language=\"en-US\" loop=\"2\">Hi &amp; welcome</Say></Response>",
                "<Response><Gather input=\"speech\" numDigits=\"3\" timeout=\"5\" action=\"https://pbx.example.com/a\" finishOnKey=\"#\" bargeIn=\"true\" hints=\"sales\"><Say>Menu</Say><Pause length=\"2\"/><Play>https://pbx.example.com/a.wav</Play></Gather></Response>",
                "<Response><Record action=\"https://pbx.example.com/r\" maxLength=\"120\" transcribe=\"true\" transcribeCallback=\"https://pbx.example.com/t\" playBeep=\"true\" trim=\"trim-silence\" recordingStatusCallbackEvent=\"absent\"/></Response>",
                "<Response><Dial timeout=\"20\" answerOnBridge=\"true\" callerId=\"+14155550100\" action=\"https://pbx.example.com/d\" record=\"record-from-answer-dual\"><Number url=\"https://pbx.example.com/w\" sendDigits=\"ww1\" statusCallback=\"https://pbx.example.com/s\" statusCallbackEvent=\"ringing\">+14155550191</Number></Dial></Response>",
                "<Response><Redirect method=\"GET\">https://pbx.example.com/x</Redirect></Response>",
                "<Response><Reject reason=\"busy\"/></Response>",
                "<Response><Play digits=\"101\"/><Hangup/></Response>"
            })
    void what_the_official_library_reads_and_writes_is_understood_without_a_warning(String xml) throws Exception {
        String written = VoiceResponse.Builder.fromXml(xml).build().toXml();

        Document original = ((Understood) read(xml)).document();
        Document rewritten = ((Understood) read(written)).document();

        assertThat(original.warnings()).isEmpty();
        assertThat(rewritten).isEqualTo(original);
    }

    /** The official library writes lists of values, though it cannot read them. */
    @Test
    void lists_of_values_as_the_official_library_writes_them_are_understood() {
        String written = new VoiceResponse.Builder()
                .gather(new Gather.Builder()
                        .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                        .build())
                .build()
                .toXml();

        Verb.Gather gather =
                (Verb.Gather) ((Understood) read(written)).document().verbs().getFirst();

        assertThat(gather.input()).containsExactlyInAnyOrder(Verb.Input.DTMF, Verb.Input.SPEECH);
    }
}
