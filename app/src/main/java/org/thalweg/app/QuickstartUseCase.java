package org.thalweg.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.QuickstartRequest;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.ResumeRequest;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredTraining;

/**
 * The first look: trains a small CNN on the bundled MNIST, measures it and writes a report. One
 * that was interrupted goes on where it stopped.
 */
public final class QuickstartUseCase {
  /** Enough samples for errors of a few per cent, few enough for a minute. */
  private static final int SAMPLES = 1000;

  /** The probe that an analysis ends with. */
  private static final String LAST_PROBE = "surface";

  private static final Path FOLDER = QuickstartRequest.DEFAULT.destination().folder().orElseThrow();

  /** Trains and measures; a training that did not come to its end is not measured. */
  public Quickstart run(
      QuickstartRequest request, ProgressListener progress, Cancellation cancellation) {
    TrainedRun trained = trained(training(request), progress, cancellation);
    Outcome outcome = trained.history().outcome();
    if (outcome == Outcome.CANCELLED || outcome == Outcome.NON_FINITE) {
      return new Quickstart(trained, Optional.empty());
    }
    AnalyzeRequest analysis =
        new AnalyzeRequest(
            new ProbeScope(
                ModelReference.parse(trained.folder().toString()),
                new Sampling(Split.TRAIN, OptionalInt.of(SAMPLES), 0),
                request.execution(),
                Destination.DEFAULT),
            false,
            OptionalDouble.empty());
    return new Quickstart(
        trained, Optional.of(new AnalyzeUseCase().run(analysis, progress, cancellation)));
  }

  private static TrainedRun trained(
      TrainRequest training, ProgressListener progress, Cancellation cancellation) {
    Path folder = training.destination().folder().orElse(FOLDER);
    if (!training.destination().overwrite() && isUnfinished(folder, training)) {
      if (TrainUseCase.isInterrupted(folder)) {
        ResumeRequest resume = new ResumeRequest(folder, training.execution().workers());
        return new TrainUseCase().resumeOnly(resume, progress, cancellation);
      }
      RunFolder run = RunFolder.open(folder);
      return new TrainedRun(folder, run.title(), run.training().orElseThrow().history());
    }
    return new TrainUseCase().trainOnly(training, progress, cancellation);
  }

  /** Whether the folder holds this very training, and its analysis did not come to its end. */
  private static boolean isUnfinished(Path folder, TrainRequest training) {
    if (!RunFolder.exists(folder)) {
      return false;
    }
    RunFolder run = RunFolder.open(folder);
    return run.results().stream().noneMatch(result -> result.probe().equals(LAST_PROBE))
        && run.training().filter(stored -> isOf(training, stored)).isPresent();
  }

  private static boolean isOf(TrainRequest request, StoredTraining stored) {
    TrainingRecipe asked = TrainingRecipe.of(request);
    TrainingRecipe recorded = TrainingRecipe.read(stored.provenance().specification(), 1);
    String loss = String.valueOf(recorded.training().loss());
    return asked.describe(loss).equals(recorded.describe(loss));
  }

  private static TrainRequest training(QuickstartRequest request) {
    return new TrainRequest(
        "mnist",
        "cnn:16,16",
        TrainRequest.DEFAULT_ACTIVATION,
        TrainRequest.DEFAULT_LOSS,
        new OptimizerChoice(
            OptimizerChoice.Method.ADAM, OptionalDouble.of(2e-3), OptionalDouble.empty(), 0),
        TrainRequest.DEFAULT_BATCH,
        OptionalInt.empty(),
        new StoppingRule.Epochs(2),
        new Recording(OptionalInt.of(67), false),
        request.execution(),
        request.destination());
  }
}
