package io.cloudpbx.twiml;

import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Gather;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Redirect;
import io.cloudpbx.twiml.Verb.Say;
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
                xml.element("Say").text(SpokenText.clean(say.text())).close();
            case Pause pause ->
                xml.element("Pause")
                        .attribute("length", pause.length().toSeconds())
                        .close();
            case Gather gather -> writeGather(gather, xml);
            case Dial dial -> writeDial(dial, xml);
            case Record record -> writeRecord(record, xml);
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
        gather.prompts().forEach(prompt -> {
            switch (prompt) {
                case Say say -> write(say, xml);
                case Pause pause -> write(pause, xml);
            }
        });
        xml.close();
    }

    private static void writeDial(Dial dial, XmlDocument xml) {
        xml.element("Dial")
                .attribute("action", dial.action())
                .attribute("timeout", dial.timeout().toSeconds())
                .attribute("answerOnBridge", true)
                .attribute("callerId", dial.callerId())
                .element("Number")
                .attribute("url", dial.whisper())
                .attribute("statusCallback", dial.statusCallback())
                .attribute("statusCallbackEvent", "initiated ringing answered completed")
                .text(dial.number())
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
}
