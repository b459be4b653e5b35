/** Calls, driven from outside as customers and callers drive them. */
package io.cloudpbx.sandbox.call;
