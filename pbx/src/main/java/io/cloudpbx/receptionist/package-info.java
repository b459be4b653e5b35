/**
 * The AI receptionist: hears what a caller said and decides, out of a closed set, what is to happen.
 *
 * <p>A mind only says what it wants. It dials nobody, records nothing and changes nothing; whom a caller can be connected to
 * is an id of the directory, so that whoever talks a mind into anything has no place to write a number into
 * ({@code ai-receptionist.md} section 5.1). What is wanted is checked by {@code calls}, which alone turns it into TwiML.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "claude",
            "knowledge",
            "knowledge :: words",
            "knowledge :: guard",
            "telephony",
            "access",
            "listing",
            "problems"
        })
package io.cloudpbx.receptionist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
