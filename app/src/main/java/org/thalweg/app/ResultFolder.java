package org.thalweg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.app.request.Destination;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.Durability;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunWriter;

/**
 * The run folder that takes the results of a probe: the model's own unless another is named. A
 * folder that holds results already is added to, so that interrupted work is found again.
 */
final class ResultFolder {
  private ResultFolder() {}

  /**
   * Opens it, creating it where it does not exist.
   *
   * @throws ThalwegException {@code CONFLICTING_OPTIONS} when the model itself would be replaced;
   *     {@code FILE_EXISTS} when the folder is that of another training or no run folder
   */
  static RunWriter open(OpenedModel model, Destination destination, Durability durability) {
    Path own = model.home();
    Path folder = destination.folder().orElse(own);
    if (model.trainedHere() && isSame(folder, own)) {
      requireNoReplacing(destination, own);
      return RunFolder.openForWriting(own, durability);
    }
    if (RunFolder.exists(folder)) {
      requireResultsOnly(folder);
      if (!destination.overwrite()) {
        return RunFolder.openForWriting(folder, durability);
      }
    }
    return RunFolder.create(
        folder, model.title(), CodeVersion.text(), destination.overwrite(), durability);
  }

  private static void requireNoReplacing(Destination destination, Path own) {
    if (destination.overwrite()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--force only together with --out and another folder than the model's")
          .found("--force for " + own + ", where it would replace the model")
          .next("leave out --force: results are added to a run and replace nothing");
    }
  }

  /** The report of a training must not show the landscape of another one. */
  private static void requireResultsOnly(Path folder) {
    if (RunFolder.open(folder).training().isPresent()) {
      throw ThalwegException.of(ErrorCode.FILE_EXISTS)
          .expected("a new folder, or one that holds results only")
          .found(folder + ", the run of another training")
          .next("choose another folder with --out, or leave it out to keep results with the model");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }
}
