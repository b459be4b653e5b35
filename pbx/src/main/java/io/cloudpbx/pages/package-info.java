/** The browser's files: the shell for every page address, and scripts and styles under a path of this build. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problems"})
package io.cloudpbx.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
