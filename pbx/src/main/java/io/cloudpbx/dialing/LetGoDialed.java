package io.cloudpbx.dialing;

import io.cloudpbx.calls.Leading;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import org.springframework.stereotype.Component;

/** Ends the call of a phone from which the other is parted, when that has hung up. The key is the call's id, and the phone's. */
@Component
class LetGoDialed implements Job {
    static final String KIND = "dialing.let-go";

    private final Leading leading;
    private final DialUrls urls;

    LetGoDialed(Leading leading, DialUrls urls) {
        this.leading = leading;
        this.urls = urls;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return leading.letGo(key, urls::letGo, attempt);
    }
}
