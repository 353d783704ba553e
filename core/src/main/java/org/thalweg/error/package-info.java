/**
 * The error catalogue: every failure a user can meet, with a stable code, what was expected, what
 * was found and the next step. Uses nothing.
 */
@NullMarked
package org.thalweg.error;

import org.jspecify.annotations.NullMarked;
