/** Files of rows (RFC 4180): read with limits and clear words for what is wrong. */
@NullMarked
@NamedInterface("csv")
package io.cloudpbx.contacts.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
