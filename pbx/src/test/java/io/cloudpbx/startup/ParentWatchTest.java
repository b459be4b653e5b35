package io.cloudpbx.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class ParentWatchTest {
    @Test
    void the_program_ends_when_the_process_that_started_it_ends() throws IOException {
        Process parent = new ProcessBuilder("tail", "-f", "/dev/null").start();
        var program = new GenericApplicationContext();
        program.refresh();
        new ParentWatch(parent.pid(), program).watch();
        assertThat(program.isActive()).isTrue();
        parent.destroyForcibly();
        await().until(() -> !program.isActive());
    }

    @Test
    void it_ends_at_once_when_that_process_is_gone_already() throws Exception {
        Process parent = new ProcessBuilder("true").start();
        parent.waitFor();
        var program = new GenericApplicationContext();
        program.refresh();
        new ParentWatch(parent.pid(), program).watch();
        await().until(() -> !program.isActive());
    }
}
