/**
 * One self-contained HTML page from what a run folder contains. May use {@code store}, {@code
 * figure}, {@code result}, {@code provenance}, {@code error}.
 */
@NullMarked
package org.thalweg.report;

import org.jspecify.annotations.NullMarked;
