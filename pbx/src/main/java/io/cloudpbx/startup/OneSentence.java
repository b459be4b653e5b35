package io.cloudpbx.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints why the program did not start, and nothing else; Spring Boot's own report is switched off by its log level. */
class OneSentence implements FailureAnalysisReporter {
    @Override
    @SuppressWarnings("SystemOut") // The last word to the operator must not depend on how logging is set up.
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        System.err.println("CloudPBX did not start. " + analysis.getDescription()
                + (action == null || action.isBlank() ? "" : " " + action));
    }
}
