package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.LinearEntry;

/**
 * Points of one line or plane through a network that begins with a linear layer: the products of
 * this layer with the data are formed once for the origin and each direction, and every point's
 * answers are combinations of them. For a perceptron on images that is nearly all the work. What is
 * left goes through the network for a block of points at once ({@link BlockShape}), and points that
 * differ in their last coefficient only share the combination of the others.
 *
 * <p>Memory: that of {@link FirstLayerAnswers}, once for all replicas, and 2 MB for each worker.
 * Values are those of single evaluations up to rounding, and do not depend on which points are
 * evaluated together, to the last bit: a number is computed by the same operations wherever in a
 * block it stands.
 */
final class SharedFirstLayer implements AutoCloseable {
  /** Blocks in one call, so that the rows of a grid are not cut too often. */
  private static final int BLOCKS = 4;

  /**
   * Some points, and what is needed of them for every part of the samples.
   *
   * @param parameters behind the first layer, points × shape
   * @param last the last coefficient of each point, points × 1 × 1
   */
  private record Block(
      List<PointRun> runs, List<Tensor> parameters, Tensor last, List<SampleLosses> losses) {}

  private final ObjectiveDefinition definition;
  private final DataPass pass;
  private final AffineSubspace subspace;
  private final LinearEntry entry;
  private final BlockShape shape;
  private final FirstLayerAnswers answers;
  private final boolean classifies;
  private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

  /** The first evaluation costs one pass through the first layer for each spanning vector. */
  SharedFirstLayer(AffineSubspace subspace, ObjectiveDefinition definition, DataPass pass) {
    this.definition = definition;
    this.pass = pass;
    this.subspace = subspace;
    this.entry = definition.network().linearEntry().orElseThrow();
    this.shape = shape(definition);
    this.classifies = definition.loss().classifies();
    this.answers = definition.subspaces().acquire(subspace, definition, shape);
  }

  /**
   * Whether this way is open: the network begins with a linear layer and answers with a vector, the
   * loss is one for each sample, and what would be kept fits the memory that may be used.
   */
  static boolean applies(ObjectiveDefinition definition, int dimensions) {
    double samples = definition.data().count();
    return dimensions > 0
        && definition.data().positions() <= 1
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

  /** How many points are best evaluated in one call. */
  static int together(ObjectiveDefinition definition) {
    return BLOCKS * shape(definition).points();
  }

  static BlockShape shape(ObjectiveDefinition definition) {
    int widest =
        definition.layout().tensors().stream()
            .map(ParameterTensor::shape)
            .mapToInt(shape -> shape.get(0))
            .max()
            .orElse(1);
    boolean single = definition.options().precision() == Precision.FLOAT32;
    return BlockShape.of(definition.data().count(), widest, single ? Float.BYTES : Double.BYTES);
  }

  /** The loss at points of the line or plane. */
  List<Evaluation> evaluate(List<double[]> coefficients) {
    List<SampleLosses> losses = coefficients.stream().map(point -> definition.losses()).toList();
    pass.run(Collections.nCopies(pass.workers(), preparation()));
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      List<Block> blocks = blocks(coefficients, losses);
      pass.forEach(answers.chunks(), chunk -> evaluate(chunk, blocks));
    }
    definition.cost().forward(coefficients.size());
    double decay = definition.options().weightDecay();
    List<Evaluation> evaluations = new ArrayList<>(coefficients.size());
    for (int p = 0; p < losses.size(); p++) {
      evaluations.add(losses.get(p).evaluation(decay / 2 * answers.square(coefficients.get(p))));
    }
    return evaluations;
  }

  private Callable<Boolean> preparation() {
    return () -> {
      answers.prepare();
      return true;
    };
  }

  private List<Block> blocks(List<double[]> coefficients, List<SampleLosses> losses) {
    List<Tensor> columns = columns(coefficients);
    Tensor last = columns.get(columns.size() - 1).view(-1, 1, 1);
    List<Tensor> parameters = parameters(columns);
    List<Block> blocks = new ArrayList<>();
    for (int start = 0; start < coefficients.size(); start += shape.points()) {
      int first = start;
      int count = Math.min(shape.points(), coefficients.size() - start);
      blocks.add(
          new Block(
              PointRun.of(coefficients.subList(start, start + count)),
              parameters.stream().map(tensor -> tensor.narrow(0, first, count)).toList(),
              last.narrow(0, start, count),
              losses.subList(start, start + count)));
    }
    return blocks;
  }

  /** For each direction, the coefficients of all points. */
  private List<Tensor> columns(List<double[]> coefficients) {
    List<Tensor> columns = new ArrayList<>();
    for (int k = 0; k < subspace.directions().size(); k++) {
      int direction = k;
      double[] column = coefficients.stream().mapToDouble(point -> point[direction]).toArray();
      columns.add(TensorArrays.of(column, definition.options().precision(), column.length));
    }
    return columns;
  }

  /** The tensors behind the first layer at each point, points × shape. */
  private List<Tensor> parameters(List<Tensor> columns) {
    List<Tensor> all = new ArrayList<>();
    for (int t = entry.tensors(); t < definition.layout().tensors().size(); t++) {
      Tensor sum = null;
      for (int k = 0; k < answers.spanning().size(); k++) {
        Tensor part = answers.spanning().get(k).views().get(t).unsqueeze(0);
        long[] ones = new long[Math.toIntExact(part.dim())];
        Arrays.fill(ones, 1);
        ones[0] = -1;
        sum = sum == null ? part : torch.addcmul(sum, part, columns.get(k - 1).view(ones));
      }
      if (sum != null) {
        all.add(sum);
      }
    }
    return all;
  }

  private void evaluate(Chunk chunk, List<Block> blocks) {
    Workspace taken = idle.poll();
    Workspace room =
        taken != null
            ? taken
            : new Workspace(shape, entry.width(), definition.options().precision());
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      FirstLayerAnswers.Part part = answers.part(chunk);
      List<Tensor> along = new ArrayList<>();
      for (int k = 0; k < answers.spanning().size(); k++) {
        along.add(part.answers().select(0, k));
      }
      Combination combination = new Combination(along, room);
      for (Block block : blocks) {
        evaluate(chunk, part.targets(), block, combination);
      }
    } finally {
      idle.add(room);
    }
  }

  private void evaluate(Chunk chunk, Tensor targets, Block block, Combination combination) {
    try (PointerScope scope = new PointerScope()) {
      Tensor first = combination.of(block.runs(), block.last());
      Tensor outputs = entry.rest(first, block.parameters());
      Tensor perSample = definition.loss().perSampleOfEach(outputs, targets);
      double[] each = TensorArrays.toDoubles(perSample);
      double[] said = classifies ? TensorArrays.toDoubles(outputs) : new double[0];
      for (int p = 0; p < block.losses().size(); p++) {
        block.losses().get(p).put(chunk, said, each, p, block.losses().size());
      }
    }
  }

  @Override
  public void close() {
    idle.forEach(Workspace::close);
    definition.subspaces().release(subspace);
  }
}
