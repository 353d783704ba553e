/**
 * Named n-dimensional arrays and their exchange formats npy, npz and safetensors. May use {@code
 * error}.
 */
@NullMarked
package org.thalweg.array;

import org.jspecify.annotations.NullMarked;
