/** What the business wants known, found by what is asked and said so that it can be heard. */
@NullMarked
package io.cloudpbx.receptionist.offline.facts;

import org.jspecify.annotations.NullMarked;
