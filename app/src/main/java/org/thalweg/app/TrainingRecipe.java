package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.data.Dataset;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.training.Interval;
import org.thalweg.torch.training.OptimizerKind;
import org.thalweg.torch.training.OptimizerSpecification;
import org.thalweg.torch.training.TrainingSpecification;

/**
 * A training as its run folder records it: the data by name and everything the trainer is told. It
 * is written into provenance as named values and read back from there, to resume a training or to
 * build its network again.
 *
 * @param data name of the data set
 * @param samples size of the training subset; empty: the whole split
 * @param subsetSeed from which the subset is drawn
 * @param training what the trainer is told
 */
record TrainingRecipe(
    String data, OptionalInt samples, long subsetSeed, TrainingSpecification training) {
  private static final String ALL = "all";
  private static final String SUBSET_SEED = "subsetSeed";

  /** What a request asks for. */
  static TrainingRecipe of(TrainRequest request) {
    TrainingSpecification.Builder training =
        TrainingSpecification.builder(
                NetworkSpecification.parse(
                    request.network(), Activation.parse(request.activation())),
                optimizer(request.optimizer()))
            .loss(request.loss().equals(TrainRequest.DEFAULT_LOSS) ? null : request.loss())
            .precision(request.execution().precision())
            .batchSize(request.batch())
            .seed(request.execution().seed())
            .workers(Machine.workers(request.execution().workers()));
    request.recording().everySteps().ifPresent(n -> training.recordEvery(Interval.steps(n)));
    if (request.recording().snapshots()) {
      OptionalInt every = request.recording().everySteps();
      training.snapshotEvery(
          every.isPresent() ? Interval.steps(every.getAsInt()) : Interval.epochs(1));
    } else if (request.recording().ends()) {
      training.snapshotEvery(Interval.ends());
    }
    if (request.stop() instanceof StoppingRule.Epochs epochs) {
      training.epochs(epochs.count());
    } else if (request.stop() instanceof StoppingRule.UntilAccuracy until) {
      training.epochs(until.atMostEpochs()).untilAccuracy(until.accuracy());
    }
    return new TrainingRecipe(
        request.data(),
        request.samples(),
        request.subsetSeed().orElse(request.execution().seed()),
        training.build());
  }

  private static OptimizerSpecification optimizer(OptimizerChoice choice) {
    OptimizerSpecification optimizer =
        OptimizerSpecification.of(
                OptimizerKind.valueOf(choice.method().name()), choice.effectiveLearningRate())
            .withWeightDecay(choice.weightDecay());
    return choice.effectiveMomentum().map(optimizer::withMomentum).orElse(optimizer);
  }

  /** Every option in force, by name; the loss is the one that was really used. */
  Map<String, Object> describe(String loss) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("data", data);
    all.put("samples", samples.isPresent() ? (Object) samples.getAsInt() : ALL);
    if (samples.isPresent() && subsetSeed != training.seed()) {
      all.put(SUBSET_SEED, subsetSeed);
    }
    all.put("net", training.network().description());
    all.put("activation", training.network().activation().text());
    all.put("loss", loss);
    OptimizerSpecification optimizer = training.optimizer();
    all.put("optimizer", optimizer.kind().text());
    all.put("learningRate", optimizer.learningRate());
    all.put("momentum", optimizer.momentum());
    all.put("beta1", optimizer.beta1());
    all.put("beta2", optimizer.beta2());
    all.put("epsilon", optimizer.epsilon());
    all.put("weightDecay", optimizer.weightDecay());
    all.put("batch", training.batchSize());
    all.put("epochs", training.epochs());
    all.put("untilAccuracy", training.untilAccuracy());
    all.put("recordEvery", text(training.recordEvery()));
    all.put("recordSamples", training.recordSamples());
    all.put("snapshotEvery", text(training.snapshotEvery()));
    all.put("checkpointEvery", text(training.checkpointEvery()));
    all.put("precision", training.precision().text());
    all.put("seed", training.seed());
    return all;
  }

  /** What {@link #describe} wrote down, for these workers. */
  static TrainingRecipe read(Map<String, Object> description, int workers) {
    RecordedOptions options = new RecordedOptions(description);
    OptimizerSpecification optimizer =
        new OptimizerSpecification(
            OptimizerKind.parse(options.text("optimizer")),
            options.number("learningRate"),
            options.number("momentum"),
            options.number("beta1"),
            options.number("beta2"),
            options.number("epsilon"),
            options.number("weightDecay"));
    TrainingSpecification training =
        TrainingSpecification.builder(
                NetworkSpecification.parse(
                    options.text("net"), Activation.parse(options.text("activation"))),
                optimizer)
            .loss(options.text("loss"))
            .precision(
                options.text("precision").equals(Precision.FLOAT64.text())
                    ? Precision.FLOAT64
                    : Precision.FLOAT32)
            .batchSize(options.count("batch"))
            .epochs(options.count("epochs"))
            .untilAccuracy(options.number("untilAccuracy"))
            .recordEvery(options.interval("recordEvery"))
            .recordSamples(options.count("recordSamples"))
            .snapshotEvery(options.interval("snapshotEvery"))
            .checkpointEvery(options.interval("checkpointEvery"))
            .seed(options.integer("seed"))
            .workers(workers)
            .build();
    OptionalInt samples =
        options.text("samples").equals(ALL)
            ? OptionalInt.empty()
            : OptionalInt.of(options.count("samples"));
    long subsetSeed =
        description.containsKey(SUBSET_SEED) ? options.integer(SUBSET_SEED) : training.seed();
    return new TrainingRecipe(options.text("data"), samples, subsetSeed, training);
  }

  /** What it is trained on. */
  Dataset dataset(DatasetSource source) {
    return source.reduced(data, samples, subsetSeed);
  }

  /** One line for a title, e.g. {@code "cnn:16,16 relu on mnist"}. */
  String title() {
    return training.network() + " on " + data;
  }

  private static String text(Interval interval) {
    return switch (interval.unit()) {
      case NEVER -> "never";
      case ENDS -> "ends";
      case EPOCHS -> interval.count() + " epochs";
      case STEPS -> interval.count() + " steps";
    };
  }
}
