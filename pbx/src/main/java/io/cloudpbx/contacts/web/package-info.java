/** Contacts, opt-outs, import and export over HTTP. */
@NullMarked
package io.cloudpbx.contacts.web;

import org.jspecify.annotations.NullMarked;
