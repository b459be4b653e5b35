package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Course;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** It pauses, until a person resumes it. */
@Component
class Pausing implements Brake {
    private final Course course;

    Pausing(Course course) {
        this.course = course;
    }

    @Override
    public void halt(UUID campaign, String why) {
        course.halt(campaign, why);
    }
}
