package org.thalweg.torch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.thalweg.array.Elements;
import org.thalweg.array.NumericArray;
import org.thalweg.data.Dataset;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Precision;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorVector;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;

/** One training under way: the native memory, the step it has come to, and what it recorded. */
final class TrainingRun implements AutoCloseable {
  private final TrainingSpecification specification;
  private final TrainingListener listener;
  private final FlatParameters theta;
  private final Optimizer optimizer;
  private final TrainingBatches batches;
  private final BatchGradient gradient;
  private final TrainingMeasurement measurement;
  private final List<TrainingRecord> records = new ArrayList<>();
  private final long lastStep;
  private final long started = System.nanoTime();
  private double secondsBefore;
  private long step;
  private long checkpointed = -1;

  TrainingRun(
      TrainingSpecification specification,
      Network network,
      Loss loss,
      Dataset dataset,
      TrainingListener listener) {
    this.specification = specification;
    this.listener = listener;
    Precision precision = specification.precision();
    int batchSize = Math.min(specification.batchSize(), dataset.train().count());
    this.batches =
        new TrainingBatches(
            dataset.train(), network, loss, precision, batchSize, specification.seed());
    this.theta = new FlatParameters(network.layout(), precision);
    this.gradient =
        new BatchGradient(
            network, loss, batches, theta, precision, batchSize, specification.workers());
    this.measurement = new TrainingMeasurement(network, loss, dataset, specification);
    this.optimizer = Optimizer.create(specification.optimizer(), theta.flat().space());
    this.lastStep = Math.multiplyExact(specification.epochs(), batches.stepsPerEpoch());
  }

  /** Goes to the initial weights and hands out what is due there. */
  void start(double[] initialWeights) {
    theta.set(initialWeights);
    record();
    if (specification.snapshotEvery().unit() != Interval.Unit.NEVER) {
      snapshot();
    }
  }

  /** Goes to where another training was; what was due there has been handed out. */
  void restore(TrainingState state) {
    Map<String, TensorVector> buffers = optimizer.buffers();
    requireFit(state, buffers.keySet());
    theta.set(state.theta().toDoubles());
    buffers.forEach((name, buffer) -> buffer.set(state.buffer(name).toDoubles()));
    step = state.step();
    checkpointed = step;
    records.addAll(state.records());
    secondsBefore = state.seconds();
  }

  private void requireFit(TrainingState state, Set<String> buffers) {
    String expected = describe(array(theta.flat()), buffers);
    String found = describe(state.theta(), state.buffers().keySet());
    boolean sizesFit =
        state.buffers().values().stream().allMatch(b -> b.size() == state.theta().size());
    if (!expected.equals(found) || !sizesFit) {
      throw ThalwegException.of(ErrorCode.WEIGHTS_MISMATCH)
          .expected("a state of " + expected)
          .found(sizesFit ? found : "buffers and weights of different sizes")
          .next("resume with the network, the optimizer and the precision of the checkpoint");
    }
  }

  private static String describe(NumericArray weights, Set<String> buffers) {
    boolean float64 = weights.values() instanceof Elements.Float64;
    return "%d weights in %s, optimizer buffers %s"
        .formatted(weights.size(), float64 ? "float64" : "float32", new TreeSet<>(buffers));
  }

  TrainingResult run(ProgressListener progress, Cancellation cancellation) {
    Outcome outcome = isFinite() ? end() : Outcome.NON_FINITE;
    while (outcome == null) {
      progress.progress("training", step, lastStep);
      outcome = cancellation.requested() ? Outcome.CANCELLED : advance();
    }
    // An accuracy that was reached early leaves no steps to do.
    progress.progress("training", step, outcome == Outcome.CONVERGED ? step : lastStep);
    if (outcome == Outcome.CANCELLED && checkpointed != step) {
      checkpoint();
    }
    Cost cost =
        new Cost(records.size(), step / batches.stepsPerEpoch() + records.size(), 0, seconds());
    return new TrainingResult(new TrainingHistory(records, outcome, cost), state());
  }

  /** One step and what is due after it; how the training ends there, if it does. */
  private @Nullable Outcome advance() {
    double loss;
    try (PointerScope scope = new PointerScope()) {
      loss = gradient.compute(batches.batch(step));
    }
    if (!Double.isFinite(loss)) {
      return diverged(loss);
    }
    optimizer.step(theta.flat().tensor(), gradient.tensor(), step + 1);
    step++;
    boolean snapshotDue = due(specification.snapshotEvery());
    boolean checkpointDue = due(specification.checkpointEvery());
    boolean recordDue = due(specification.recordEvery()) || step == lastStep;
    if ((snapshotDue || checkpointDue || recordDue) && !isFinite()) {
      return diverged(Double.NaN);
    }
    if (recordDue && !Double.isFinite(record().trainLoss())) {
      return Outcome.NON_FINITE;
    }
    Outcome end = end();
    if (snapshotDue || (end != null && keeps(specification.snapshotEvery()))) {
      snapshot();
    }
    if (checkpointDue || (end != null && keeps(specification.checkpointEvery()))) {
      checkpoint();
    }
    return end;
  }

  /** How a training with these records ends at this step; null if it goes on. */
  private @Nullable Outcome end() {
    boolean seeks = !Double.isNaN(specification.untilAccuracy());
    if (seeks
        && !records.isEmpty()
        && records.get(records.size() - 1).testAccuracy() >= specification.untilAccuracy()) {
      return Outcome.CONVERGED;
    }
    if (step < lastStep) {
      return null;
    }
    return seeks ? Outcome.BUDGET_EXHAUSTED : Outcome.CONVERGED;
  }

  private boolean due(Interval interval) {
    return interval.due(step, batches.stepsPerEpoch());
  }

  private static boolean keeps(Interval interval) {
    return interval.unit() != Interval.Unit.NEVER;
  }

  private TrainingRecord record() {
    TrainingRecord record = measurement.measure(theta.flat(), step, epoch(), seconds());
    records.add(record);
    listener.onRecord(record);
    return record;
  }

  /**
   * Records where the training broke down. The loss of the batch stands for the training loss when
   * the recorded samples do not show it: the mean over the whole split is not finite either.
   */
  private Outcome diverged(double batchLoss) {
    TrainingRecord at = measurement.measure(theta.flat(), step, epoch(), seconds());
    TrainingRecord record =
        new TrainingRecord(
            at.step(),
            at.epoch(),
            Double.isFinite(at.trainLoss()) ? batchLoss : at.trainLoss(),
            at.trainAccuracy(),
            at.testLoss(),
            at.testAccuracy(),
            at.gradientNorm(),
            at.learningRate(),
            at.seconds());
    records.add(record);
    listener.onRecord(record);
    return Outcome.NON_FINITE;
  }

  private void snapshot() {
    listener.onSnapshot(step, epoch(), theta.flat().toArray());
  }

  private void checkpoint() {
    listener.onCheckpoint(state());
    checkpointed = step;
  }

  private TrainingState state() {
    Map<String, NumericArray> buffers = new TreeMap<>();
    optimizer.buffers().forEach((name, values) -> buffers.put(name, array(values)));
    return new TrainingState(step, array(theta.flat()), buffers, records, seconds());
  }

  private NumericArray array(TensorVector vector) {
    double[] values = vector.toArray();
    if (specification.precision() == Precision.FLOAT64) {
      return NumericArray.of(values, values.length);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return NumericArray.of(floats, floats.length);
  }

  private boolean isFinite() {
    return Double.isFinite(theta.flat().norm());
  }

  private double epoch() {
    return (double) step / batches.stepsPerEpoch();
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - started) / 1e9;
  }

  @Override
  public void close() {
    optimizer.close();
    measurement.close();
    gradient.close();
    theta.close();
    batches.close();
  }
}
