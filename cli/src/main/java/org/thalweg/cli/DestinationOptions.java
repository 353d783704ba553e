package org.thalweg.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.thalweg.app.request.Destination;
import picocli.CommandLine.Option;

/** Where results go. */
final class DestinationOptions {
  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Overwrite what is already there.")
  private boolean force;

  Destination destination() {
    return new Destination(out, force);
  }

  /** With a folder of its own when none was given. */
  Destination destination(Optional<Path> otherwise) {
    return new Destination(out.or(() -> otherwise), force);
  }
}
