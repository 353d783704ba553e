package org.thalweg.app;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.data.ContentHash;
import org.thalweg.data.Dataset;
import org.thalweg.data.Samples;
import org.thalweg.execution.Cancellation;
import org.thalweg.linalg.Vector;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.training.Interval;
import org.thalweg.torch.training.Trainer;
import org.thalweg.torch.training.TrainingListener;
import org.thalweg.torch.training.TrainingSpecification;

/**
 * How fast one worker is here, found out with a few steps of a training and two gradients over a
 * few hundred samples; nothing is written.
 *
 * <p>Misleads: on a machine that is busy with something else, and for very small networks, whose
 * time is that of the calls and not of the samples.
 *
 * @param secondsPerStep of the training
 * @param secondsPerSample of a gradient
 */
public record WorkRate(double secondsPerStep, double secondsPerSample) {
  private static final int STEPS = 6;
  private static final int SAMPLES = 512;

  /** Measures; costs about ten steps and two small gradients. */
  public static WorkRate of(TrainRequest request, DatasetSource data) {
    TrainingRecipe recipe = TrainingRecipe.of(request);
    Dataset small = small(data.whole(recipe.data()), STEPS * recipe.training().batchSize());
    Trainer trainer = new Trainer(brief(recipe.training(), small.train().count()), small);
    return new WorkRate(secondsPerStep(trainer), secondsPerSample(trainer, small));
  }

  private static Dataset small(Dataset whole, int samples) {
    Samples train =
        DatasetSource.subset(whole, OptionalInt.of(Math.min(samples, whole.train().count())), 0)
            .train();
    Samples none = whole.test().count() == 0 ? whole.test() : whole.test().select(0);
    return new Dataset(whole.name(), whole.description(), train, none, ContentHash.of(train, none));
  }

  /** A few steps at least, and nothing measured on the way. */
  private static TrainingSpecification brief(TrainingSpecification training, int samples) {
    int perEpoch = (samples + training.batchSize() - 1) / training.batchSize();
    return TrainingSpecification.builder(training.network(), training.optimizer())
        .loss(training.loss())
        .precision(training.precision())
        .batchSize(training.batchSize())
        .epochs(1 + (STEPS + perEpoch - 1) / perEpoch)
        .recordEvery(Interval.epochs(1 + (STEPS + perEpoch - 1) / perEpoch))
        .checkpointEvery(Interval.never())
        .build();
  }

  /** From the second step on: the first has to find its memory. */
  private static double secondsPerStep(Trainer trainer) {
    AtomicLong first = new AtomicLong();
    AtomicLong last = new AtomicLong();
    AtomicLong steps = new AtomicLong();
    trainer.train(
        TrainingListener.silent(),
        (activity, done, total) -> {
          if (done == 1) {
            first.set(System.nanoTime());
          } else if (done > 1 && done < total) {
            last.set(System.nanoTime());
            steps.set(done - 1);
          }
        },
        new Cancellation());
    return steps.get() == 0 ? 0 : (last.get() - first.get()) / 1e9 / steps.get();
  }

  private static double secondsPerSample(Trainer trainer, Dataset data) {
    int count = Math.min(SAMPLES, data.train().count());
    Samples samples = DatasetSource.subset(data, OptionalInt.of(count), 0).train();
    try (NetworkObjective objective =
            NetworkObjective.of(
                trainer.network(),
                trainer.network().initialize(0),
                samples,
                ObjectiveOptions.defaults().withLoss(trainer.loss()));
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      objective.gradient(theta, gradient);
      long start = System.nanoTime();
      objective.gradient(theta, gradient);
      return (System.nanoTime() - start) / 1e9 / count;
    }
  }
}
