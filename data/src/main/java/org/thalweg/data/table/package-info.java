/** Tables of typed columns from CSV and ARFF text. May use {@code error}. */
@NullMarked
package org.thalweg.data.table;

import org.jspecify.annotations.NullMarked;
