package io.cloudpbx.twiml;

import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Forward;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Listen;
import io.cloudpbx.twiml.Verb.Meet;
import io.cloudpbx.twiml.Verb.Offer;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Play;
import io.cloudpbx.twiml.Verb.Prompt;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Relay;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.StartRecording;
import io.cloudpbx.twiml.Verb.StopRecording;
import io.cloudpbx.twiml.Verb.TakeMessage;
import java.util.List;

/** A document: verbs in the order in which the phone obeys them. */
public record Response(List<Verb> verbs) {
    public Response {
        verbs = List.copyOf(verbs);
    }

    public static Response of(Verb... verbs) {
        return new Response(List.of(verbs));
    }

    public String toXml() {
        var xml = new XmlDocument("Response");
        verbs.forEach(verb -> write(verb, xml));
        return xml.end();
    }

    private static void write(Verb verb, XmlDocument xml) {
        switch (verb) {
            case Say say ->
                xml.element("Say")
                        .attribute("language", say.language())
                        .text(SpokenText.clean(say.text()))
                        .close();
            case Play play -> xml.element("Play").text(play.url()).close();
            case Pause pause ->
                xml.element("Pause")
                        .attribute("length", pause.length().toSeconds())
                        .close();
            case Gather gather -> writeGather(gather, xml);
            case Offer offer -> writeOffer(offer, xml);
            case Listen listen -> writeListen(listen, xml);
            case Relay relay -> RelayWriter.write(relay, xml);
            case Dial dial -> writeDial(dial, xml);
            case Meet meet -> writeMeet(meet, xml);
            case Record record -> writeRecord(record, xml);
            case TakeMessage message -> writeTakeMessage(message, xml);
            case Forward forward -> writeForward(forward, xml);
            case StartRecording start -> writeStart(start, xml);
            case StopRecording stop ->
                xml.element("Stop")
                        .element("Recording")
                        .attribute("name", stop.name())
                        .close()
                        .close();
            case Redirect redirect ->
                xml.element("Redirect").text(redirect.url()).close();
            case Hangup hangup -> xml.element("Hangup").close();
        }
    }

    private static void writeGather(Gather gather, XmlDocument xml) {
        xml.element("Gather")
                .attribute("input", "dtmf")
                .attribute("action", gather.action())
                .attribute("timeout", gather.timeout().toSeconds())
                .attribute("numDigits", gather.numDigits())
                .attribute("actionOnEmptyResult", true);
        writePrompts(gather.prompts(), xml);
        xml.close();
    }

    private static void writeOffer(Offer offer, XmlDocument xml) {
        xml.element("Gather")
                .attribute("input", "dtmf")
                .attribute("action", offer.action())
                .attribute("timeout", offer.timeout().toSeconds())
                .attribute("numDigits", offer.numDigits());
        writePrompts(offer.prompts(), xml);
        xml.close();
    }

    private static void writePrompts(List<Prompt> prompts, XmlDocument xml) {
        prompts.forEach(prompt -> {
            switch (prompt) {
                case Say say -> write(say, xml);
                case Play play -> write(play, xml);
                case Pause pause -> write(pause, xml);
            }
        });
    }

    /** Without a speech model of ours, as the carrier then takes no {@code auto} (13335). What was said is wanted as it was said. */
    private static void writeListen(Listen listen, XmlDocument xml) {
        xml.element("Gather")
                .attribute("input", "dtmf speech")
                .attribute("action", listen.action())
                .attribute("timeout", listen.timeout().toSeconds())
                .attribute("speechTimeout", "auto")
                .attribute("numDigits", listen.numDigits())
                .attribute("language", listen.language())
                .attribute("hints", Hints.of(listen.hints()))
                .attribute("profanityFilter", false)
                .attribute("actionOnEmptyResult", true);
        writePrompts(listen.prompts(), xml);
        xml.close();
    }

    private static void writeDial(Dial dial, XmlDocument xml) {
        xml.element("Dial")
                .attribute("action", dial.action())
                .attribute("timeout", dial.timeout().toSeconds())
                .attribute("answerOnBridge", true)
                .attribute("callerId", dial.callerId());
        dial.phones().forEach(phone -> writePhone(phone, xml));
        xml.close();
    }

    private static void writePhone(Dial.Phone phone, XmlDocument xml) {
        xml.element("Number").attribute("url", phone.whisper()).attribute("statusCallback", phone.statusCallback());
        if (phone.statusCallback() != null) {
            xml.attribute("statusCallbackEvent", "initiated ringing answered completed");
        }
        xml.text(phone.number()).close();
    }

    /** Nobody beeps: who comes and goes here was announced by a person. */
    private static void writeMeet(Meet meet, XmlDocument xml) {
        xml.element("Dial")
                .attribute("action", meet.action())
                .attribute(
                        "timeLimit",
                        meet.longest() == null ? null : meet.longest().toSeconds())
                .element("Conference")
                .attribute("beep", false)
                .attribute("waitUrl", meet.music() ? null : "")
                .attribute("endConferenceOnExit", meet.endsIt())
                .text(meet.room())
                .close()
                .close();
    }

    /** Silence is not cut off, so that a time in the call is a time in the recording. */
    private static void writeStart(StartRecording start, XmlDocument xml) {
        xml.element("Start")
                .element("Recording")
                .attribute("name", start.name())
                .attribute("channels", "mono")
                .attribute("trim", "do-not-trim")
                .attribute("recordingStatusCallback", start.statusCallback())
                .attribute("recordingStatusCallbackEvent", "in-progress completed absent")
                .close()
                .close();
    }

    private static void writeRecord(Record record, XmlDocument xml) {
        xml.element("Record")
                .attribute("action", record.action())
                .attribute("timeout", record.silence().toSeconds())
                .attribute("maxLength", record.maxLength().toSeconds())
                .attribute("finishOnKey", "#")
                .attribute("playBeep", true)
                .attribute("recordingStatusCallback", record.recordingStatusCallback())
                .attribute("recordingStatusCallbackEvent", "completed absent");
        if (record.transcribeCallback() != null) {
            xml.attribute("transcribe", true).attribute("transcribeCallback", record.transcribeCallback());
        }
        xml.close();
    }

    private static void writeTakeMessage(TakeMessage message, XmlDocument xml) {
        xml.element("Record")
                .attribute("action", message.action())
                .attribute("method", "GET")
                .attribute("timeout", message.silence().toSeconds())
                .attribute("maxLength", message.maxLength().toSeconds())
                .attribute("finishOnKey", "#")
                .attribute("playBeep", true)
                .close();
    }

    private static void writeForward(Forward forward, XmlDocument xml) {
        xml.element("Dial")
                .attribute("timeout", forward.timeout().toSeconds())
                .text(forward.number())
                .close();
    }
}
