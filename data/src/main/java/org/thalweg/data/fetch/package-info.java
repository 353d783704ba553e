/**
 * Where data files lie, and how they get there: download with checksum and resume. May use {@code
 * error}.
 */
@NullMarked
package org.thalweg.data.fetch;

import org.jspecify.annotations.NullMarked;
