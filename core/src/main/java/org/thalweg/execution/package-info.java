/**
 * Who evaluates which points when: work units over workers, ledgers to resume from, progress as
 * events, cancellation. May use {@code linalg}, {@code objective}, {@code result}, {@code error}.
 */
@NullMarked
package org.thalweg.execution;

import org.jspecify.annotations.NullMarked;
