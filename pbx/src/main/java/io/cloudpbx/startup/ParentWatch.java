package io.cloudpbx.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends the program, cleanly, when the process named by {@code CLOUDPBX_PARENT_PID} ends: nothing of a demo outlives its
 * launcher, even when that was killed.
 */
@Component
class ParentWatch {
    private static final Logger log = LoggerFactory.getLogger(ParentWatch.class);

    private final long parent;
    private final ConfigurableApplicationContext context;

    ParentWatch(@Value("${cloudpbx.parent-pid:0}") long parent, ConfigurableApplicationContext context) {
        this.parent = parent;
        this.context = context;
    }

    /** Before anything that waits, as a start does for a database that is away. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void watch() {
        if (parent == 0) {
            return;
        }
        ProcessHandle.of(parent).filter(ProcessHandle::isAlive).ifPresentOrElse(this::endWith, this::end);
    }

    private void endWith(ProcessHandle process) {
        process.onExit().thenRun(this::end);
    }

    private void end() {
        log.info("The process {} that started this one has ended; stopping.", parent);
        // Not on the thread that reports ends of processes: stopping waits for processes of ours to end.
        Thread.ofPlatform().name("stop").start(context::close);
    }
}
