/**
 * Asks Claude: one interface, one adapter, a closed set of answers. Without a key nobody is asked and nothing leaves the
 * machine.
 *
 * <p>Each question is counted before it is asked, by person, call, day and month; beyond what the business allows nobody is asked
 * ({@code ai-receptionist.md} section 7, {@code security-and-reliability.md} S14).
 *
 * <p>What comes back is never more than words and the choice of one tool out of those offered; whoever asks decides what
 * becomes of it ({@code security-and-reliability.md} S12).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"figures", "startup", "jobs", "problems", "access", "settings"})
package io.cloudpbx.claude;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
