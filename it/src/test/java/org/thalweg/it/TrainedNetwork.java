package org.thalweg.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small network on the digits, trained once for all tests that need one, and copied for each. */
final class TrainedNetwork {
  private static final TrainedNetwork DIGITS = new TrainedNetwork();

  private final Path run;

  private TrainedNetwork() {
    try {
      Path folder = Files.createTempDirectory("thalweg-it");
      Path here = Folders.inside(folder, "trained");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      Thalweg.in(here)
          .run("train --data digits --net mlp:32 --epochs 3 --lr 0.1 --snapshots --out run")
          .ok();
      run = here.resolve("run");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a copy into a folder, under the name {@code run}. */
  static Path copyInto(Path folder) {
    Path copy = folder.resolve("run");
    Folders.copy(DIGITS.run, copy);
    return copy;
  }

  private static void delete(Path folder) {
    for (String name : Folders.names(folder).descendingSet()) {
      try {
        Files.deleteIfExists(folder.resolve(name));
      } catch (IOException e) {
        return; // a temporary folder; the system removes it one day
      }
    }
  }
}
