package org.thalweg.app;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.QuickstartRequest;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;

/** The first look: trains a small CNN on the bundled MNIST, measures it and writes a report. */
public final class QuickstartUseCase {
  /** Enough samples for errors of a few per cent, few enough for a minute. */
  private static final int SAMPLES = 1000;

  /** Trains and measures; a training that is cancelled is not measured. */
  public Quickstart run(
      QuickstartRequest request, ProgressListener progress, Cancellation cancellation) {
    TrainRequest training =
        new TrainRequest(
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
    TrainedRun trained = new TrainUseCase().train(training, progress, cancellation);
    Analysis none = new Analysis(trained.folder(), List.of(), trained.folder());
    if (trained.history().outcome() == Outcome.CANCELLED) {
      return new Quickstart(trained, none);
    }
    AnalyzeRequest analysis =
        new AnalyzeRequest(
            ModelReference.parse(trained.folder().toString()),
            false,
            new Sampling(Split.TRAIN, OptionalInt.of(SAMPLES), 0),
            request.execution(),
            Destination.DEFAULT);
    return new Quickstart(trained, new AnalyzeUseCase().run(analysis, progress, cancellation));
  }
}
