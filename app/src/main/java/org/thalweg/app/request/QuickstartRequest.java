package org.thalweg.app.request;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The first look: trains a small CNN on the bundled MNIST, measures it, writes a report.
 *
 * @param execution seed, workers, precision
 * @param destination the run folder; by default {@code runs/quickstart}
 */
public record QuickstartRequest(Execution execution, Destination destination) {
  public static final QuickstartRequest DEFAULT =
      new QuickstartRequest(
          Execution.DEFAULT, new Destination(Optional.of(Path.of("runs", "quickstart")), false));
}
