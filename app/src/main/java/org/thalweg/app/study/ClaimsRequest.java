package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which claims are to be decided by which studies.
 *
 * @param folders of studies; empty: all below {@link #STUDIES}
 * @param claims a file of claims beside those of the reports
 * @param out where the ledger is written as {@code claims.json}, {@code claims.csv} and {@code
 *     claims.md}; empty: nowhere
 */
public record ClaimsRequest(List<Path> folders, Optional<Path> claims, Optional<Path> out) {
  /** Where studies lie unless somebody says otherwise. */
  public static final Path STUDIES = Path.of("runs", "studies");

  public ClaimsRequest {
    folders = List.copyOf(folders);
  }
}
