package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.Meeting.Person;
import io.cloudpbx.sandbox.state.Conference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** People who call the business and find themselves in a conference. */
abstract class MeetingTest extends CallTest {
    static final String MARIA = "+14155550190";
    static final String OMAR = "+14155550191";
    static final String LENA = "+14155550192";
    static final String ALL = "statusCallback=\"/conference\""
            + " statusCallbackEvent=\"start end join leave mute hold modify speaker announcement\"";

    Meeting meeting;

    @BeforeEach
    void meet() {
        meeting = new Meeting(carrier, customer);
        customer.answer("/after", "<Hangup/>");
        customer.answer("/conference", "");
        customer.answer("/recorded", "");
    }

    @AfterEach
    void part() {
        meeting.everybodyHangsUp();
    }

    static String room(String attributes) {
        return "<Dial action=\"/after\"><Conference " + attributes + ">Room 12</Conference></Dial>";
    }

    final Person joins(String number, String attributes) {
        Person person = meeting.calls(number, room(attributes));
        Meeting.await("joined", () -> person.story("conference-joined").size() == 1);
        Meeting.await(
                "seated",
                () -> participants().stream()
                        .anyMatch(seated -> seated.callSid().equals(person.sid())));
        return person;
    }

    final Conference conference() {
        return carrier.switchBoard.conferences().all().getLast();
    }

    final List<Participant> participants() {
        return carrier.switchBoard.conferences().all().isEmpty()
                ? List.of()
                : carrier.switchBoard.conferences().participants(conference().sid());
    }
}
