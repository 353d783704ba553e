/**
 * What a measurement says: values, how it ended, what it cost. Records only; everything here can be
 * stored, read and drawn without libtorch. Uses {@code error}.
 */
@NullMarked
package org.thalweg.result;

import org.jspecify.annotations.NullMarked;
