/**
 * The one door to libtorch: safe loading, memory scopes, vectors that are tensors. May use {@code
 * linalg}, {@code parameter}, {@code error}.
 */
@NullMarked
package org.thalweg.torch.engine;

import org.jspecify.annotations.NullMarked;
