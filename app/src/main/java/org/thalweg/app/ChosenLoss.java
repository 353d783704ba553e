package org.thalweg.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.app.request.FileChoice;
import org.thalweg.data.Dataset;
import org.thalweg.torch.objective.Loss;
import org.thalweg.torch.script.ScriptLoss;

/**
 * The loss that is named beside a file; closing it frees what its own file took.
 *
 * @param loss what is measured
 * @param closing frees native memory
 */
record ChosenLoss(Loss loss, Runnable closing) implements AutoCloseable {
  /** By name, from a TorchScript file, or the one that fits the targets. */
  static ChosenLoss of(FileChoice choice, Dataset data) {
    Path file = Path.of(choice.loss());
    if (Files.isRegularFile(file)) {
      ScriptLoss own = ScriptLoss.load(file);
      return new ChosenLoss(own, own::close);
    }
    Loss loss =
        choice.loss().equals(FileChoice.AUTO)
            ? Loss.fitting(data.train().targets())
            : Loss.named(choice.loss());
    return new ChosenLoss(loss, () -> {});
  }

  @Override
  public void close() {
    closing.run();
  }
}
