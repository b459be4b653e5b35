package io.cloudpbx.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Names the taken port and the setting that changes it. */
class TakenPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        String sentence =
                "Port %d is already in use: stop the program that uses it, or choose another with CLOUDPBX_PORT."
                        .formatted(cause.getPort());
        return new FailureAnalysis(sentence, null, cause);
    }

    /** Before Spring Boot's own analyzer, which names no setting of ours. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
