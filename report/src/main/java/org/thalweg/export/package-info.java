/**
 * Exchange formats: results written for other tools, and theirs read. Uses {@code store}, {@code
 * result}, {@code provenance}, {@code array}, {@code parameter}, {@code error}.
 */
@NullMarked
package org.thalweg.export;

import org.jspecify.annotations.NullMarked;
