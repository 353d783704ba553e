/**
 * Named n-dimensional arrays and their exchange formats npy, npz and safetensors. May use {@code
 * error}.
 *
 * <p>The readers are our own after a look at what exists for the JVM. {@code org.openlca:npy} 0.0.3
 * (MPL-2.0) allocates what a header announces before the data are there and multiplies shapes
 * without noticing overflow, and its npz writer leaves entries empty; {@code org.jetbrains.bio:npy}
 * 0.3 (Kotlin) treats unsigned integers as signed and has neither float16 nor npy 2.0 and 3.0 in
 * its description; ND4J and DJL read npz only together with a native engine of several hundred
 * megabytes. For safetensors nothing was found that is kept up on its own. The zip container is
 * {@code java.util.zip}, the JSON header Jackson's streaming parser.
 */
@NullMarked
package org.thalweg.array;

import org.jspecify.annotations.NullMarked;
