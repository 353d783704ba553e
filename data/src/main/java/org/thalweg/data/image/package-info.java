/** Pictures of one size as bytes, one folder for each class. May use {@code error}. */
@NullMarked
package org.thalweg.data.image;

import org.jspecify.annotations.NullMarked;
