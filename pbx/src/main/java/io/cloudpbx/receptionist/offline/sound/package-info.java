/** How names sound to somebody who writes English by ear, and how alike two of them are. */
@NullMarked
package io.cloudpbx.receptionist.offline.sound;

import org.jspecify.annotations.NullMarked;
