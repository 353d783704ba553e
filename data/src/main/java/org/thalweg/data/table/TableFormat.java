package org.thalweg.data.table;

import org.jspecify.annotations.Nullable;

/**
 * How to read a table.
 *
 * @param delimiter null to guess, see {@link Delimiter#detect}
 * @param header null to guess: the first line is a heading if none of its fields is a number
 * @param dropMissing whether rows with a missing value are left out; else they are an error
 */
public record TableFormat(
    @Nullable Delimiter delimiter, @Nullable Boolean header, boolean dropMissing) {
  /** Everything guessed, missing values refused. */
  public static final TableFormat AUTOMATIC = new TableFormat(null, null, false);
}
