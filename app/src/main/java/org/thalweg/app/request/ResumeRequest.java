package org.thalweg.app.request;

import java.nio.file.Path;

/**
 * Continues an interrupted training from its last checkpoint, with the settings that its run folder
 * records, to the same weights as if it had not been interrupted.
 *
 * @param run the run folder
 * @param workers threads; 0: one per core
 */
public record ResumeRequest(Path run, int workers) {
  public ResumeRequest {
    Checks.between("--workers", 0, Execution.MOST_WORKERS, workers);
  }
}
