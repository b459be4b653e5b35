package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A carrier at a hundred times the pace, and the business's web server. */
abstract class CallTest {
    CustomerServer customer;
    Carrier carrier;

    @BeforeEach
    void start() throws Exception {
        customer = new CustomerServer();
        carrier = new Carrier(100).sells(Carrier.BUSINESS, customer.url("/in"), customer.url("/status"));
        customer.answer("/status", "");
    }

    @AfterEach
    void stop() {
        carrier.close();
        customer.close();
    }

    /** The business answers calls with these verbs. */
    void business(String verbs) {
        customer.answer("/in", verbs);
    }

    /** A caller who does this, from the answer to his hanging up. */
    void caller(String verbs) {
        carrier.callIn(verbs);
        carrier.settle();
    }

    /** The only request that a path got; callbacks may still be on their way. */
    CustomerServer.Request asked(String path) {
        return asked(path, 1).getFirst();
    }

    /** The requests that a path got, in order, of which there are so many. */
    List<CustomerServer.Request> asked(String path, int count) {
        Awaitility.await(path)
                .untilAsserted(() -> assertThat(customer.requests(path)).hasSize(count));
        return customer.requests(path);
    }

    /** What a request said about these parameters. */
    static Map<String, String> only(CustomerServer.Request request, String... names) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names) {
            found.put(name, request.get(name));
        }
        return found;
    }

    void handset(String number, Behaviour behaviour) {
        carrier.switchBoard.handsets().teach(number, behaviour);
    }

    void answers(String number, double afterSeconds, String verbs) {
        handset(number, new Behaviour.Answer(afterSeconds, "<Response>" + verbs + "</Response>"));
    }
}
