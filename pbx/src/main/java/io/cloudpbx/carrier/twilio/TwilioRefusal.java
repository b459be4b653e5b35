package io.cloudpbx.carrier.twilio;

import com.twilio.exception.ApiException;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import java.util.Objects;
import java.util.function.Supplier;

/** What an error answer of the REST API means for whoever asked ({@code twilio.md} section 14). */
final class TwilioRefusal {
    private static final int NUMBER_TAKEN = 21422;

    /** Of a call that is over. */
    private static final int NOT_IN_PROGRESS = 21220;

    private TwilioRefusal() {}

    /** One place translates the client's exceptions ({@code twilio.md} A23). */
    static <T> T asking(Supplier<T> request) {
        try {
            return request.get();
        } catch (ApiException refused) {
            throw translate(refused);
        }
    }

    static CarrierFailure translate(ApiException refused) {
        int code = Objects.requireNonNullElse(refused.getCode(), 0);
        int status = Objects.requireNonNullElse(refused.getStatusCode(), 0);
        return new CarrierFailure(kind(code, status), code, String.valueOf(refused.getMessage()));
    }

    /** An error answer that is not the carrier's own JSON, as proxies send them. */
    static CarrierFailure translate(int status) {
        return new CarrierFailure(kind(0, status), 0, "The carrier answered " + status);
    }

    private static Kind kind(int code, int status) {
        if (code == NUMBER_TAKEN || code == NOT_IN_PROGRESS || status == 404) {
            return Kind.GONE;
        }
        if (status == 429) {
            return Kind.NOT_NOW;
        }
        return status >= 400 && status < 500 ? Kind.REFUSED : Kind.UNKNOWN_OUTCOME;
    }
}
