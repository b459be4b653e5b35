/** Sound that is made, read, resampled and mixed. */
package io.cloudpbx.sandbox.audio;
