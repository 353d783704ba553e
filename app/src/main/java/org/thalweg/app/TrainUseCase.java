package org.thalweg.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.thalweg.app.request.ResumeRequest;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.data.Dataset;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Outcome;
import org.thalweg.store.Checkpoint;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunWriter;
import org.thalweg.store.StoredTraining;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.training.Trainer;
import org.thalweg.torch.training.TrainingResult;
import org.thalweg.torch.training.TrainingState;

/**
 * Trains a network into a run folder, or goes on with a training that was interrupted. The folder
 * is whole at every moment: killed at any point, a training resumes from its last checkpoint and
 * ends with the same weights.
 */
public final class TrainUseCase {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Facilities facilities;

  /** Reads the data itself and writes every checkpoint. */
  public TrainUseCase() {
    this(Facilities.usual());
  }

  /** For many trainings. */
  public TrainUseCase(Facilities facilities) {
    this.facilities = facilities;
  }

  /**
   * Finds out whether a network could be trained: reads the data, computes and writes nothing.
   *
   * @throws ThalwegException what a training would be refused for
   */
  public TrainingSize check(TrainRequest request) {
    TrainingRecipe recipe = TrainingRecipe.of(request);
    Dataset data = facilities.data().whole(recipe.data());
    int samples = recipe.samples().orElse(data.train().count());
    if (samples > data.train().count()) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("--samples at most the %,d of %s".formatted(data.train().count(), data.name()))
          .found("%,d".formatted(samples))
          .next("ask for fewer samples, or for none in particular to use all");
    }
    Trainer trainer = new Trainer(recipe.training(), data);
    return new TrainingSize(trainer.network().layout().dimension(), samples, data.test().count());
  }

  /** Trains a new network and writes the report. */
  public TrainedRun train(
      TrainRequest request, ProgressListener progress, Cancellation cancellation) {
    return reported(trainOnly(request, progress, cancellation));
  }

  /** Trains a new network and writes no report. */
  public TrainedRun trainOnly(
      TrainRequest request, ProgressListener progress, Cancellation cancellation) {
    TrainingRecipe recipe = TrainingRecipe.of(request);
    Dataset data = recipe.dataset(facilities.data());
    Trainer trainer = new Trainer(recipe.training(), data);
    Path folder = request.destination().folder().orElseGet(() -> newFolder(recipe));
    boolean force = request.destination().overwrite();
    if (!force) {
      requireNoneInterrupted(folder);
    }
    try (RunWriter run =
        RunFolder.create(
            folder, recipe.title(), CodeVersion.text(), force, facilities.durability())) {
      run.training().start(provenance(recipe, trainer, data));
      TrainingFiles files =
          new TrainingFiles(
              run.training(), trainer.network(), recipe, facilities.checkpointSeconds());
      TrainingResult result = trainer.train(files, progress, cancellation);
      return finish(run, trainer, recipe, result);
    }
  }

  /**
   * Goes on from the last checkpoint, with the settings that the folder records.
   *
   * @throws ThalwegException {@code RUN_FOLDER_INVALID} when there is nothing to go on from
   */
  public TrainedRun resume(
      ResumeRequest request, ProgressListener progress, Cancellation cancellation) {
    return reported(resumeOnly(request, progress, cancellation));
  }

  /** Goes on and writes no report. */
  public TrainedRun resumeOnly(
      ResumeRequest request, ProgressListener progress, Cancellation cancellation) {
    try (RunWriter run = RunFolder.openForWriting(request.run(), facilities.durability())) {
      StoredTraining stored =
          run.folder()
              .training()
              .orElseThrow(() -> nothingToResume(request.run(), "a folder without a training"));
      Provenance provenance = stored.provenance();
      TrainingRecipe recipe =
          TrainingRecipe.read(provenance.specification(), Machine.workers(request.workers()));
      if (stored.history().outcome() != Outcome.CANCELLED) {
        throw nothingToResume(
            request.run(), "a training that ended: " + stored.history().outcome().text());
      }
      Dataset data = recipe.dataset(facilities.data());
      ModelLoader.requireSame(data, provenance);
      Trainer trainer = new Trainer(recipe.training(), data);
      TrainingFiles files =
          new TrainingFiles(
              run.training(), trainer.network(), recipe, facilities.checkpointSeconds());
      TrainingResult result =
          run.folder()
              .checkpoint()
              .map(checkpoint -> resume(run, checkpoint, trainer, files, progress, cancellation))
              .orElseGet(
                  () -> {
                    run.training().start(provenance);
                    return trainer.train(files, progress, cancellation);
                  });
      return finish(run, trainer, recipe, result);
    }
  }

  private static TrainingResult resume(
      RunWriter run,
      Checkpoint checkpoint,
      Trainer trainer,
      TrainingFiles files,
      ProgressListener progress,
      Cancellation cancellation) {
    long step = TrainingState.of(checkpoint.state(), List.of()).step();
    run.training().resume(step);
    TrainingState state =
        TrainingState.of(
            checkpoint.state(), run.folder().training().orElseThrow().history().records());
    return trainer.resume(state, files, progress, cancellation);
  }

  private static TrainedRun finish(
      RunWriter run, Trainer trainer, TrainingRecipe recipe, TrainingResult result) {
    Outcome outcome = result.history().outcome();
    if (outcome == Outcome.CONVERGED || outcome == Outcome.BUDGET_EXHAUSTED) {
      run.training()
          .storeFinalWeights(
              NamedWeights.split(
                  trainer.network().layout(), result.parameters(), recipe.training().precision()));
    }
    run.training().finish(outcome, result.history().cost());
    return new TrainedRun(run.path(), recipe.title(), result.history());
  }

  private static TrainedRun reported(TrainedRun trained) {
    if (trained.history().outcome() != Outcome.CANCELLED) {
      ReportFiles.write(RunFolder.open(trained.folder()));
    }
    return trained;
  }

  private static Provenance provenance(TrainingRecipe recipe, Trainer trainer, Dataset data) {
    long seed = recipe.training().seed();
    return new Provenance(
        "train",
        recipe.describe(trainer.loss().name()),
        Map.of("training", seed),
        data.contentHash(),
        "",
        CodeVersion.text(),
        Machine.describe(recipe.training().workers(), recipe.training().precision()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static Path newFolder(TrainingRecipe recipe) {
    String network = recipe.training().network().description().replaceAll("[^A-Za-z0-9]+", "-");
    String data = recipe.data().replaceAll("[^A-Za-z0-9]+", "-");
    return Path.of("runs", data + "-" + network + "-" + NAME.format(Instant.now()));
  }

  /** Whether the folder holds a training that can go on. */
  public static boolean isInterrupted(Path folder) {
    return RunFolder.exists(folder)
        && RunFolder.open(folder)
            .training()
            .filter(training -> training.history().outcome() == Outcome.CANCELLED)
            .isPresent();
  }

  private static void requireNoneInterrupted(Path folder) {
    if (isInterrupted(folder)) {
      throw ThalwegException.of(ErrorCode.FILE_EXISTS)
          .expected("a new or empty folder at " + folder)
          .found("a training that is under way or was interrupted")
          .next(
              "go on with it: thalweg train --resume %s; or choose another folder with --out, or"
                      .formatted(folder)
                  + " replace it with --force");
    }
  }

  private static ThalwegException nothingToResume(Path folder, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected("a training that was interrupted")
        .found(folder + ", " + found)
        .next(
            "probe it if it was trained: thalweg analyze %s; or train anew with --force, or into"
                    .formatted(folder)
                + " another folder");
  }
}
