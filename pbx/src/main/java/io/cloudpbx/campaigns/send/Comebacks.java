package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Course;
import io.cloudpbx.jobs.Recurring;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has campaigns go on that were over, when the carrier gives up a text that it had taken (C15). */
@Component
class Comebacks implements Recurring {
    private final Course course;

    Comebacks(Course course) {
        this.course = course;
    }

    @Override
    public String name() {
        return "campaigns.comebacks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        course.goOn();
    }
}
