/** Answers page addresses with the shell, and file addresses with files. */
@NullMarked
package io.cloudpbx.pages.web;

import org.jspecify.annotations.NullMarked;
