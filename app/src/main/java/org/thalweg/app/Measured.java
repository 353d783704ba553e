package org.thalweg.app;

import java.nio.file.Path;
import org.thalweg.result.ProbeResult;
import org.thalweg.store.StoredResult;

/**
 * A result and where it was put.
 *
 * @param run the run folder
 * @param stored the result under its id; a result that was cancelled is not in the folder yet: the
 *     same request goes on where it stopped
 */
public record Measured(Path run, StoredResult stored) {
  public ProbeResult result() {
    return stored.result();
  }
}
