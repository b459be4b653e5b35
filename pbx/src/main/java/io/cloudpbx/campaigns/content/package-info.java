/** The tables of what carriers take by what a message says, loaded once: link shorteners and topics (C26). */
@NullMarked
package io.cloudpbx.campaigns.content;

import org.jspecify.annotations.NullMarked;
