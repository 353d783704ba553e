package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.LinearEntry;

/**
 * Points of one line or plane through a network that begins with a linear layer: the products of
 * this layer with the data are formed once for the origin and each direction, and every point's
 * answers are combinations of them. For a perceptron on images that is nearly all the work.
 *
 * <p>Memory: (1 + dimensions) × samples × width numbers. Values are those of single evaluations up
 * to rounding, and do not depend on which points are evaluated together: combining is done element
 * by element, and what follows one point after the other.
 */
final class SharedFirstLayer implements AutoCloseable {
  /** Answers of the points that go through the network together should stay in cache. */
  private static final long CACHE_BYTES = 1L << 20;

  private final ObjectiveDefinition definition;
  private final DataPass pass;
  private final LinearEntry entry;
  private final List<FlatParameters> spanning = new ArrayList<>();

  /** For each chunk, (1 + dimensions) × batch × width. */
  private final List<Tensor> answers = new ArrayList<>();

  private SharedFirstLayer(ObjectiveDefinition definition, DataPass pass, LinearEntry entry) {
    this.definition = definition;
    this.pass = pass;
    this.entry = entry;
  }

  /**
   * Whether this way is open: the network begins with a linear layer, the loss is one for each
   * sample, and what would be kept fits the memory that may be used.
   */
  static boolean applies(ObjectiveDefinition definition, AffineSubspace subspace) {
    int dimensions = subspace.directions().size();
    double samples = definition.data().count();
    return dimensions > 0
        && definition.loss().tellsSamplesApart()
        && definition
            .network()
            .linearEntry()
            .filter(
                entry ->
                    samples * entry.width() * (1 + dimensions) * Double.BYTES
                        <= definition.options().graphBytes())
            .isPresent();
  }

  /** Costs one pass through the first layer for the origin and for each direction. */
  static SharedFirstLayer along(
      AffineSubspace subspace, ObjectiveDefinition definition, DataPass pass) {
    SharedFirstLayer shared =
        new SharedFirstLayer(definition, pass, definition.network().linearEntry().orElseThrow());
    shared.spanning.add(definition.parameters().set(subspace.origin()));
    for (Vector direction : subspace.directions()) {
      shared.spanning.add(definition.parameters().set(direction));
    }
    List<Chunk> chunks = definition.data().chunks();
    Tensor[] made = new Tensor[chunks.size()];
    pass.forEach(chunk -> made[chunk.index()] = shared.first(chunk));
    shared.answers.addAll(List.of(made));
    return shared;
  }

  private Tensor first(Chunk chunk) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor input = chunk.inputs().get(0);
      Tensor[] each =
          spanning.stream()
              .map(parameters -> entry.first(parameters.views(), input))
              .toArray(Tensor[]::new);
      Tensor stacked = torch.stack(new TensorVector(each));
      stacked.retainReference();
      return stacked;
    }
  }

  /** The loss at points of the line or plane. */
  List<Evaluation> evaluate(List<double[]> coefficients) {
    List<SampleLosses> losses = coefficients.stream().map(point -> definition.losses()).toList();
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      List<Tensor> weights = columns(coefficients);
      List<Tensor> parameters = parameters(weights);
      pass.forEach(chunk -> evaluate(chunk, weights, parameters, losses));
    }
    definition.cost().forward(coefficients.size());
    List<Evaluation> evaluations = new ArrayList<>(coefficients.size());
    for (int p = 0; p < losses.size(); p++) {
      evaluations.add(losses.get(p).evaluation(penalty(coefficients.get(p))));
    }
    return evaluations;
  }

  /** For each direction, the coefficients of all points. */
  private List<Tensor> columns(List<double[]> coefficients) {
    List<Tensor> columns = new ArrayList<>();
    for (int k = 0; k + 1 < spanning.size(); k++) {
      int direction = k;
      double[] column = coefficients.stream().mapToDouble(point -> point[direction]).toArray();
      columns.add(TensorArrays.of(column, definition.options().precision(), column.length));
    }
    return columns;
  }

  /** The tensors behind the first layer at each point: points × shape. */
  private List<Tensor> parameters(List<Tensor> weights) {
    List<Tensor> all = new ArrayList<>();
    for (int t = entry.tensors(); t < definition.layout().tensors().size(); t++) {
      int tensor = t;
      List<Tensor> parts =
          spanning.stream().map(each -> each.views().get(tensor).unsqueeze(0)).toList();
      all.add(combined(parts, weights));
    }
    return all;
  }

  private void evaluate(
      Chunk chunk, List<Tensor> weights, List<Tensor> parameters, List<SampleLosses> losses) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor stacked = answers.get(chunk.index());
      List<Tensor> parts = new ArrayList<>();
      for (int k = 0; k < spanning.size(); k++) {
        parts.add(stacked.narrow(0, k, 1));
      }
      long bytes = stacked.select(0, 0).nbytes();
      int together = (int) Math.max(1, Math.min(losses.size(), CACHE_BYTES / bytes));
      Tensor targets = repeated(chunk.targets(), together);
      for (int start = 0; start < losses.size(); start += together) {
        int count = Math.min(together, losses.size() - start);
        evaluate(
            chunk,
            combined(parts, narrowed(weights, start, count)),
            narrowed(parameters, start, count),
            targets.narrow(0, 0, (long) count * chunk.size()),
            losses.subList(start, start + count));
      }
    }
  }

  private void evaluate(
      Chunk chunk,
      Tensor first,
      List<Tensor> parameters,
      Tensor targets,
      List<SampleLosses> losses) {
    try (PointerScope scope = new PointerScope()) {
      Tensor outputs = entry.rest(first, parameters).flatten(0, 1);
      double[] perSample = TensorArrays.toDoubles(definition.loss().perSample(outputs, targets));
      double[] answers = TensorArrays.toDoubles(outputs);
      for (int p = 0; p < losses.size(); p++) {
        losses.get(p).put(chunk, answers, perSample, p);
      }
    }
  }

  /** Σ cₖ·partₖ with c₀ = 1, element by element: points × shape of the parts. */
  private static Tensor combined(List<Tensor> parts, List<Tensor> weights) {
    Tensor sum = parts.get(0);
    for (int k = 0; k < weights.size(); k++) {
      long[] shape = new long[Math.toIntExact(sum.dim())];
      Arrays.fill(shape, 1);
      shape[0] = -1;
      sum = torch.addcmul(sum, parts.get(k + 1), weights.get(k).view(shape));
    }
    return sum;
  }

  private static List<Tensor> narrowed(List<Tensor> tensors, int start, int count) {
    return tensors.stream().map(tensor -> tensor.narrow(0, start, count)).toList();
  }

  private static Tensor repeated(Tensor targets, int times) {
    long[] repeats = new long[Math.toIntExact(targets.dim())];
    Arrays.fill(repeats, 1);
    repeats[0] = times;
    return targets.repeat(repeats);
  }

  private double penalty(double[] coefficients) {
    double decay = definition.options().weightDecay();
    if (decay == 0) {
      return 0;
    }
    double square = 0;
    for (int j = 0; j < spanning.size(); j++) {
      for (int k = 0; k < spanning.size(); k++) {
        double weight = (j == 0 ? 1 : coefficients[j - 1]) * (k == 0 ? 1 : coefficients[k - 1]);
        square += weight * spanning.get(j).flat().dot(spanning.get(k).flat());
      }
    }
    return decay / 2 * square;
  }

  @Override
  public void close() {
    answers.forEach(Tensor::close);
    spanning.forEach(FlatParameters::close);
  }
}
