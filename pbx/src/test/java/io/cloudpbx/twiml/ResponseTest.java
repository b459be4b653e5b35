package io.cloudpbx.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Listen;
import io.cloudpbx.twiml.Verb.Meet;
import io.cloudpbx.twiml.Verb.Offer;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Play;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Relay;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.StartRecording;
import io.cloudpbx.twiml.Verb.StopRecording;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ResponseTest {
    @Test
    void each_verb_is_written_with_its_attributes() {
        var document = Response.of(
                new Gather(
                        "https://pbx.example/menu",
                        Duration.ofSeconds(4),
                        3,
                        List.of(
                                new Say("Hello & welcome"),
                                new Play("https://pbx.example/greetings/1?a=1&b=2"),
                                new Pause(Duration.ofSeconds(1)))),
                new Dial(
                        "https://pbx.example/rung",
                        Duration.ofSeconds(20),
                        "+14155550100",
                        "+14155550190",
                        "https://pbx.example/screen",
                        "https://pbx.example/leg"),
                new Record(
                        "https://pbx.example/recorded",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(120),
                        "https://pbx.example/recording",
                        "https://pbx.example/text"),
                new Redirect("https://pbx.example/silent?a=1&b=2"),
                new Hangup());
        assertThat(document.toXml())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Gather input=\"dtmf\" action=\"https://pbx.example/menu\" timeout=\"4\" numDigits=\"3\" actionOnEmptyResult=\"true\">"
                        + "<Say>Hello &amp; welcome</Say><Play>https://pbx.example/greetings/1?a=1&amp;b=2</Play><Pause length=\"1\"></Pause></Gather>"
                        + "<Dial action=\"https://pbx.example/rung\" timeout=\"20\" answerOnBridge=\"true\" callerId=\"+14155550100\">"
                        + "<Number url=\"https://pbx.example/screen\" statusCallback=\"https://pbx.example/leg\""
                        + " statusCallbackEvent=\"initiated ringing answered completed\">+14155550190</Number></Dial>"
                        + "<Record action=\"https://pbx.example/recorded\" timeout=\"5\" maxLength=\"120\" finishOnKey=\"#\" playBeep=\"true\""
                        + " recordingStatusCallback=\"https://pbx.example/recording\" recordingStatusCallbackEvent=\"completed absent\""
                        + " transcribe=\"true\" transcribeCallback=\"https://pbx.example/text\"></Record>"
                        + "<Redirect>https://pbx.example/silent?a=1&amp;b=2</Redirect><Hangup></Hangup></Response>");
    }

    @Test
    void listening_takes_words_and_keys_and_is_told_likely_names() {
        var document = Response.of(new Listen(
                "https://pbx.example/talk",
                Duration.ofSeconds(4),
                3,
                "es-US",
                List.of("Dana Whitfield", "", "x".repeat(Listen.LONGEST_HINT + 1), "Billing & Sales"),
                List.of(new Say("¿En qué le puedo ayudar?", "es-US"))));
        assertThat(document.toXml())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Gather input=\"dtmf speech\" action=\"https://pbx.example/talk\" timeout=\"4\" speechTimeout=\"auto\""
                        + " numDigits=\"3\" language=\"es-US\" hints=\"Dana Whitfield,Billing &amp; Sales\""
                        + " profanityFilter=\"false\" actionOnEmptyResult=\"true\">"
                        + "<Say language=\"es-US\">¿En qué le puedo ayudar?</Say></Gather></Response>");
    }

    @Test
    void a_conference_has_music_or_silence_and_is_over_with_whom_it_is_said_of() {
        var document = Response.of(
                new Meet("https://pbx.example/left", "hold-1", true, false, Duration.ofMinutes(2)),
                new Meet("https://pbx.example/over", "call-1", false, true, null));
        assertThat(document.toXml())
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                                + "<Dial action=\"https://pbx.example/left\" timeLimit=\"120\">"
                                + "<Conference beep=\"false\" endConferenceOnExit=\"false\">hold-1</Conference></Dial>"
                                + "<Dial action=\"https://pbx.example/over\">"
                                + "<Conference beep=\"false\" waitUrl=\"\" endConferenceOnExit=\"true\">call-1</Conference></Dial></Response>");
    }

    @Test
    void a_recording_begins_and_ends_by_its_name_beside_the_document() {
        var document = Response.of(
                new Offer("https://pbx.example/talk", Duration.ofSeconds(1), 3, List.of(new Say("It is recorded."))),
                new StartRecording("first", "https://pbx.example/taped"),
                new StopRecording("first"));
        assertThat(document.toXml())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Gather input=\"dtmf\" action=\"https://pbx.example/talk\" timeout=\"1\" numDigits=\"3\">"
                        + "<Say>It is recorded.</Say></Gather>"
                        + "<Start><Recording name=\"first\" channels=\"mono\" trim=\"do-not-trim\""
                        + " recordingStatusCallback=\"https://pbx.example/taped\""
                        + " recordingStatusCallbackEvent=\"in-progress completed absent\"></Recording></Start>"
                        + "<Stop><Recording name=\"first\"></Recording></Stop></Response>");
    }

    /** Letter by letter: the carrier drops without a word what it does not know. */
    @Test
    void a_stream_is_written_with_every_attribute_as_the_carrier_spells_it() {
        var document = Response.of(new Relay(
                "https://pbx.example/streamed",
                "wss://pbx.example/stream",
                "Hello <you>",
                "en-US",
                List.of("Dana Whitfield", "Billing"),
                "secret"));
        String us = " ttsProvider=\"Amazon\" voice=\"Joanna-Neural\" transcriptionProvider=\"Deepgram\""
                + " speechModel=\"nova-3-general\"";
        assertThat(document.toXml())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Connect action=\"https://pbx.example/streamed\"><ConversationRelay url=\"wss://pbx.example/stream\""
                        + " welcomeGreeting=\"Hello &lt;you&gt;\" welcomeGreetingInterruptible=\"any\" language=\"en-US\""
                        + us
                        + " interruptible=\"any\" interruptSensitivity=\"medium\" ignoreBackchannel=\"true\""
                        + " reportInputDuringAgentSpeech=\"none\" dtmfDetection=\"true\" profanityFilter=\"false\""
                        + " hints=\"Dana Whitfield,Billing\" events=\"speaker-events tokens-played\">"
                        + "<Language code=\"en-US\"" + us + "></Language>"
                        + "<Language code=\"es-US\" ttsProvider=\"Amazon\" voice=\"Lupe-Neural\""
                        + " transcriptionProvider=\"Google\" speechModel=\"telephony\"></Language>"
                        + "<Parameter name=\"token\" value=\"secret\"></Parameter>"
                        + "</ConversationRelay></Connect></Response>");
    }

    @Test
    void the_official_parser_reads_what_we_write() throws Exception {
        var document = Response.of(new Say("Hi"), new Redirect("https://pbx.example/x"));
        String read = VoiceResponse.Builder.fromXml(document.toXml()).build().toXml();
        assertThat(parse(read).isEqualNode(parse(document.toXml()))).isTrue();
    }

    @Test
    void hostile_names_are_spoken_as_text() throws Exception {
        assertThat(said("</Say><Dial>+19005550100</Dial>")).isEqualTo("</Say><Dial>+19005550100</Dial>");
        assertThat(said("Zo\u202eë\u200b \ud83d\ude00")).isEqualTo("Zoë \ud83d\ude00");
        assertThat(said("a\u0000\u0007b\t\n c\ud83d")).isEqualTo("ab c");
    }

    @Test
    void ten_thousand_characters_are_cut_to_what_the_carrier_takes() throws Exception {
        assertThat(said("x".repeat(10_000))).hasSize(3000);
    }

    /** T12: arbitrary Unicode in every slot stays one element with text. */
    @Test
    void any_text_at_all_gives_a_well_formed_document() throws Exception {
        var random = new Random(12);
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(elements(
                            Response.of(new Say(text.toString()), new Hangup()).toXml()))
                    .isEqualTo(2);
        }
    }

    private static String said(String text) throws Exception {
        return parse(Response.of(new Say(text)).toXml())
                .getElementsByTagName("Say")
                .item(0)
                .getTextContent();
    }

    private static int elements(String xml) throws Exception {
        return parse(xml).getDocumentElement().getElementsByTagName("*").getLength();
    }

    private static org.w3c.dom.Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
