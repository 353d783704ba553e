/**
 * What can be asked of Thalweg, as plain values: one record per use case, filled by the command
 * line, the web lab or a library user. Every record documents its defaults. May use {@code linalg}
 * (precision) and {@code error}.
 */
@NullMarked
package org.thalweg.app.request;

import org.jspecify.annotations.NullMarked;
