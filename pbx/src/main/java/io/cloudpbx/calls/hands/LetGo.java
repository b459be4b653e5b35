package io.cloudpbx.calls.hands;

import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.Leading;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import org.springframework.stereotype.Component;

/** Tells whoever had a caller that the caller is gone, and ends their call. The key is the caller's call, and their phone's. */
@Component
class LetGo implements Job {
    static final String KIND = "calls.let-go";

    private final Leading leading;
    private final CallUrls urls;

    LetGo(Leading leading, CallUrls urls) {
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
