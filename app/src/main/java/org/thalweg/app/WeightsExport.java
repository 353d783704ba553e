package org.thalweg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.ExportRequest;
import org.thalweg.data.Dataset;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunReference;
import org.thalweg.store.StoredTraining;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.training.Trainer;

/** Writes the network of a training, or of one of its snapshots, as a file for other programs. */
final class WeightsExport {
  private WeightsExport() {}

  /** In the precision of the training. */
  static Exported run(ExportRequest request, WeightsFormat format) {
    RunReference asked = RunReference.parse(request.run().toString());
    RunFolder run = RunFolder.open(asked.run());
    StoredTraining training = training(run, format);
    TrainingRecipe recipe = TrainingRecipe.read(training.provenance().specification(), 1);
    Dataset data = recipe.dataset(DatasetSource.fresh());
    Network network = Trainer.network(recipe.training().network(), data);
    double[] theta = NamedWeights.join(network.layout(), run.weights(asked));
    Path file = file(request.destination(), asked, format);
    format.write(network, theta, recipe.training().precision(), file);
    return new Exported(List.of(file), List.of());
  }

  private static StoredTraining training(RunFolder run, WeightsFormat format) {
    return run.training()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
                    .expected("a run folder with a trained network, for --to " + format.text())
                    .found(run.path() + ", which holds results only")
                    .next("give the run folder that 'thalweg train' wrote"));
  }

  private static Path file(Destination destination, RunReference asked, WeightsFormat format) {
    Path folder = destination.folder().orElseGet(() -> asked.run().resolve("export"));
    Path file = folder.resolve(format.file(moment(asked)));
    if (Files.exists(file) && !destination.overwrite()) {
      throw ExportUseCase.exists(file);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
          .expected("a folder that can be made: " + folder)
          .found(String.valueOf(e.getMessage()))
          .because(e)
          .next("choose another folder with --out");
    }
    return file;
  }

  /** As it was asked for: {@code @step-3}. */
  private static String moment(RunReference asked) {
    return asked
        .moment()
        .map(
            moment ->
                "@"
                    + (moment.unit() == RunReference.Unit.EITHER
                        ? ""
                        : moment.unit().name().toLowerCase(Locale.ROOT) + "-")
                    + (moment.number() == Math.rint(moment.number())
                        ? Long.toString((long) moment.number())
                        : Double.toString(moment.number())))
        .orElse("");
  }
}
