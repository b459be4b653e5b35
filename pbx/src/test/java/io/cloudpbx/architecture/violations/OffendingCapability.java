package io.cloudpbx.architecture.violations;

import com.anthropic.models.messages.StopReason;
import com.twilio.http.HttpMethod;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.carrier.TextOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A capability that does everything where it should not. None of it is ever run. */
public final class OffendingCapability {
    private OffendingCapability() {}

    public static final class QueriesOutsideItsStore {
        int countCalls(JdbcClient database) {
            return database.sql("select count(*) from call")
                    .query(Integer.class)
                    .single();
        }
    }

    public static final class KeepsAConnection {
        long countCallers(JdbcClient database) {
            return database.sql("select caller from call").query(String.class).stream()
                    .distinct()
                    .count();
        }
    }

    public static final class KnowsRequests {
        String caller(HttpServletRequest request) {
            return String.valueOf(request.getParameter("From"));
        }
    }

    public static final class CallsTheVendor {
        HttpMethod method() {
            return HttpMethod.POST;
        }
    }

    public static final class CallsTheModel {
        StopReason reason() {
            return StopReason.END_TURN;
        }
    }

    public static final class ReadsPasskeys {
        COSEAlgorithmIdentifier algorithm() {
            return COSEAlgorithmIdentifier.ES256;
        }
    }

    public static final class LeavesTheHouse {
        HttpClient client() {
            return HttpClient.newHttpClient();
        }
    }

    public static final class StartsThreads {
        Thread start(Runnable work) {
            return Thread.ofVirtual().start(work);
        }
    }

    public static final class MakesItsOwnClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static final class ReadsTheSystemTime {
        Instant arrival() {
            return Instant.now();
        }
    }

    public static final class Prints {
        void report(String text) {
            System.out.println(text);
        }
    }

    public static final class StartsPrograms {
        Process convert() throws IOException {
            return new ProcessBuilder("sox").start();
        }
    }

    public static final class TextsPastTheGate {
        CarrierText hurry(CarrierTexts carrier, TextOrder order) {
            return carrier.send(order);
        }
    }

    public static final class IsFilledFromOutside {
        @Autowired
        private @Nullable Clock clock;

        boolean isFilled() {
            return clock != null;
        }
    }
}
