package io.cloudpbx.dashboard.web;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.web.WebTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@WebTest
class EventsControllerTest {
    private static final SignedIn DANA =
            new SignedIn(UUID.randomUUID(), "Dana Whitfield", "dana@example.com", Role.AGENT);

    @Autowired
    private EventsController controller;

    @Test
    void a_browser_that_goes_away_is_no_failure() {
        assertThatCode(() -> controller.events(null, null, DANA, new Gone())).doesNotThrowAnyException();
    }

    /** Whatever is written to it is lost, as on a connection that the browser closed. */
    private static final class Gone extends MockHttpServletResponse {
        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(new Writer() {
                @Override
                public void write(char[] text, int from, int length) throws IOException {
                    throw new IOException("Broken pipe");
                }

                @Override
                public void flush() throws IOException {
                    throw new IOException("Broken pipe");
                }

                @Override
                public void close() {}
            });
        }
    }
}
