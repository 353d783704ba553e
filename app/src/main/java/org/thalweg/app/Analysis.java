package org.thalweg.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What an analysis found.
 *
 * @param run the run folder
 * @param measured the results in the order in which they were measured
 * @param report the page that shows them
 */
public record Analysis(Path run, List<Measured> measured, Path report) {
  public Analysis {
    measured = List.copyOf(measured);
  }
}
