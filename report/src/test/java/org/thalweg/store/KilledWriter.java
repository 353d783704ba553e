package org.thalweg.store;

import java.io.IOException;
import java.nio.file.Path;
import org.thalweg.objective.Evaluation;

/** A program that writes to a run folder, as fast as it can, until it is killed. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) {
    Path run = Path.of(arguments[0]);
    try (RunWriter writer = RunFolder.openForWriting(run)) {
      writer.training().start(Examples.provenance());
      PendingResult pending = writer.resume("slice", "work");
      for (int i = 0; ; i++) {
        pending.ledger().record(i, new Evaluation(i, -i, 1.0 / i));
        writer.training().record(Examples.record(i));
        writer.training().storeSnapshot(new Snapshot(i % 50, i), Examples.weights(i % 50));
        writer.training().storeCheckpoint(new Checkpoint(Examples.weights(i), Examples.weights(i)));
        writer.store(Examples.surface(), Examples.provenance());
      }
    }
  }

  static Process start(Path run, Path output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            run.toString())
        .redirectOutput(output.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
