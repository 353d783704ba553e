package org.thalweg.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.CheckpointChoice;
import org.thalweg.app.request.FileChoice;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ScriptChoice;
import org.thalweg.data.Dataset;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.provenance.Provenance;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunReference;
import org.thalweg.store.StoredTraining;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;
import org.thalweg.torch.training.Trainer;

/** Finds the network, weights and data that a reference means. */
final class ModelLoader {
  private ModelLoader() {}

  /**
   * Opens a model.
   *
   * @throws ThalwegException {@code RUN_FOLDER_INVALID} when the folder holds no training; {@code
   *     WEIGHTS_MISMATCH}, {@code WEIGHTS_NOT_FINITE}; {@code DATA_CORRUPT} when the data are no
   *     longer those it was trained on
   */
  static OpenedModel open(ModelReference reference) {
    return open(reference, DatasetSource.fresh());
  }

  /** Opens a model whose data come from this source if it was trained by Thalweg. */
  static OpenedModel open(ModelReference reference, DatasetSource source) {
    return reference
        .file()
        .map(choice -> inFile(reference.text(), choice))
        .orElseGet(() -> trained(reference, source));
  }

  private static OpenedModel inFile(String file, FileChoice choice) {
    if (choice instanceof ScriptChoice script) {
      return ScriptLoader.open(file, script);
    }
    if (choice instanceof CheckpointChoice checkpoint) {
      return CheckpointLoader.open(file, checkpoint);
    }
    throw new IllegalStateException("choices are sealed");
  }

  private static OpenedModel trained(ModelReference reference, DatasetSource source) {
    requireRun(reference);
    RunReference asked = RunReference.parse(reference.text());
    RunFolder run = RunFolder.open(asked.run());
    StoredTraining training =
        run.training()
            .orElseThrow(
                () ->
                    ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
                        .expected("a run folder with a trained network")
                        .found(asked.run() + ", which holds results only")
                        .next("give the run folder that 'thalweg train' wrote"));
    Provenance provenance = training.provenance();
    TrainingRecipe recipe = TrainingRecipe.read(provenance.specification(), 1);
    Dataset data = recipe.dataset(source);
    requireSame(data, provenance);
    Trainer trainer = new Trainer(recipe.training(), data);
    Network network = trainer.network();
    Loss loss = trainer.loss();
    double[] weights = NamedWeights.join(network.layout(), run.weights(asked));
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("net", recipe.training().network().description());
    description.put("activation", recipe.training().network().activation().text());
    return new OpenedModel(
        reference.text(),
        run.path(),
        true,
        run.title(),
        description,
        network,
        weights,
        data,
        loss,
        () -> {});
  }

  private static void requireRun(ModelReference reference) {
    if (Files.isRegularFile(Path.of(reference.text()))) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a run folder, or --data beside a file")
          .found("the file " + reference.text() + " without --data")
          .next("say what the network is evaluated on, e.g. --data mnist");
    }
  }

  /** Refuses data that are no longer those of a training. */
  static void requireSame(Dataset data, Provenance provenance) {
    if (!data.contentHash().equals(provenance.dataHash())) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("the data the network was trained on, " + provenance.dataHash())
          .found(data.name() + " with " + data.contentHash())
          .next("use the version of Thalweg and of the data that trained it, or train again");
    }
  }
}
