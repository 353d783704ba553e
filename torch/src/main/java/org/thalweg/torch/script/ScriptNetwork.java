package org.thalweg.torch.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;
import org.thalweg.torch.network.PointFunction;

/**
 * A network that someone saved with {@code torch.jit.script} or {@code torch.jit.trace}, as a
 * function of its parameters.
 *
 * <p>Names, shapes and order of the parameters are those of PyTorch's {@code parameters()}; tied
 * weights appear once. A one-dimensional weight or bias of a normalising module is of kind norm
 * (the module's class or name says so, or it has running statistics), every other tensor whose name
 * ends in {@code bias} is a bias. Parameters outside the selection keep the values of the file, and
 * so do buffers; integer buffers keep their type as well.
 *
 * <p>Nothing that is done here changes the file. Evaluations run in copies of the module without
 * weights, as many as threads evaluate at once; {@link #close} frees them, after every objective
 * that uses this network has been closed.
 *
 * <p>Memory: the weights once in float64 and, for what is not selected, once in each precision
 * used; buffers once for each thread.
 */
public final class ScriptNetwork implements ForwardFunction, AutoCloseable {
  private final JitModule template;
  private final IValue nothing;
  private final ScriptOptions options;
  private final ParameterLayout layout;
  private final double[] weights;
  private final List<ScriptParameter> frozen;
  private final List<List<Integer>> places;
  private final Map<Precision, ScriptReplicas> replicas = new EnumMap<>(Precision.class);

  private ScriptNetwork(
      JitModule template, IValue nothing, List<ScriptParameter> all, ScriptOptions options) {
    this.template = template;
    this.nothing = nothing;
    this.options = options;
    List<ScriptParameter> moving = filter(all, options.parameters(), true);
    this.frozen = filter(all, options.parameters(), false);
    this.layout = layout(moving, all, options.parameters());
    this.weights = weights(moving, layout.dimension());
    List<List<Integer>> allPlaces = new ArrayList<>();
    moving.forEach(parameter -> allPlaces.add(parameter.places()));
    frozen.forEach(parameter -> allPlaces.add(parameter.places()));
    this.places = List.copyOf(allPlaces);
    frozen.forEach(parameter -> parameter.tensor().retainReference());
  }

  /**
   * Reads the file.
   *
   * @throws ThalwegException {@code FILE_NOT_FOUND}; {@code FILE_NOT_READABLE}; {@code
   *     NETWORK_FILE} if it is damaged, no TorchScript, or nothing that this libtorch can read;
   *     {@code INVALID_LAYOUT} for parameters that are not real numbers; {@code UNKNOWN_NAME} if
   *     the selection fits no parameter
   */
  public static ScriptNetwork load(Path file, ScriptOptions options) {
    try (PointerScope scope = new PointerScope()) {
      JitModule module = ScriptModuleFile.load(file);
      try {
        module.train(options.mode() == ScriptOptions.Mode.TRAINING);
        List<ScriptSlot> slots = ScriptTree.slots(module);
        IValue nothing = new IValue(TensorArrays.empty(ScalarType.Float, 0));
        ScriptNetwork network =
            new ScriptNetwork(module, nothing, ScriptParameter.of(slots), options);
        network.places.forEach(places -> places.forEach(place -> slots.get(place).set(nothing)));
        nothing.retainReference();
        return network;
      } catch (RuntimeException e) {
        module.close();
        throw e;
      }
    }
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  /** θ as the file has it; a copy. */
  public double[] weights() {
    return weights.clone();
  }

  public ScriptOptions options() {
    return options;
  }

  @Override
  public List<InputForm> inputForms(List<Integer> featureShape) {
    return options.forms(featureShape);
  }

  @Override
  public List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs) {
    try (PointerScope scope = new PointerScope()) {
      Tensor outputs = repeated(parameters, inputs);
      long batch = inputs.get(0).size(0);
      if (outputs.dim() == 0 || outputs.size(0) != batch || !outputs.is_floating_point()) {
        throw ThalwegException.of(ErrorCode.NETWORK_FAILED)
            .expected("an answer of real numbers for each of " + batch + " samples")
            .found("a tensor of shape " + shape(outputs, 0))
            .next("choose another output, or let the samples be its first dimension");
      }
      return shape(outputs, 1);
    }
  }

  /** The answer, if asking again gives the same one and changes nothing. */
  private Tensor repeated(List<Tensor> parameters, List<Tensor> inputs) {
    ScriptReplicas copies = replicas(precision(parameters));
    ScriptReplica replica = copies.acquire();
    try {
      ScriptReplica.Repetition repetition =
          replica.repeat(copies.all(parameters), inputs, options.output());
      if (!repetition.changed().isEmpty() || !repetition.same()) {
        throw ThalwegException.of(ErrorCode.NOT_DETERMINISTIC)
            .expected("a network that gives the same answer twice and keeps its buffers")
            .found(
                repetition.changed().isEmpty()
                    ? "two different answers, as dropout in training mode gives them"
                    : "buffers that change with every pass: " + repetition.changed())
            .next(
                "use evaluation mode (dropout off, batch norm with running statistics); to follow"
                    + " the statistics along a probe, re-estimate them: batchNorm=reestimate");
      }
      return repetition.outputs();
    } catch (RuntimeException e) {
      throw ScriptFailure.running(e);
    } finally {
      copies.release(replica);
    }
  }

  @Override
  public PointFunction at(List<Tensor> parameters, List<List<Tensor>> data) {
    if (options.batchNorm() == ScriptOptions.BatchNorm.KEEP) {
      return this::forward;
    }
    ScriptReplicas copies = replicas(precision(parameters));
    ScriptReplica replica = copies.acquire();
    try {
      return new ReestimatedFunction(
          this, RunningStatistics.estimate(replica, copies.all(parameters), data));
    } catch (RuntimeException e) {
      throw ScriptFailure.running(e);
    } finally {
      copies.release(replica);
    }
  }

  @Override
  public int preparingPasses() {
    return options.batchNorm() == ScriptOptions.BatchNorm.KEEP ? 0 : 1;
  }

  @Override
  public Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
    return forward(parameters, inputs, RunningStatistics.none());
  }

  /** With these running statistics instead of those of the file. */
  Tensor forward(List<Tensor> parameters, List<Tensor> inputs, RunningStatistics statistics) {
    ScriptReplicas copies = replicas(precision(parameters));
    ScriptReplica replica = copies.acquire();
    try {
      List<IValue> before = statistics.exchange(replica);
      try {
        return options.output().choose(replica.forward(copies.all(parameters), inputs));
      } finally {
        statistics.restore(replica, before);
      }
    } catch (RuntimeException e) {
      throw ScriptFailure.running(e);
    } finally {
      copies.release(replica);
    }
  }

  /** Frees the copies of the module. */
  @Override
  public void close() {
    synchronized (replicas) {
      replicas.values().forEach(ScriptReplicas::close);
      replicas.clear();
    }
    frozen.forEach(parameter -> parameter.tensor().close());
    nothing.close();
    template.close();
  }

  private ScriptReplicas replicas(Precision precision) {
    synchronized (replicas) {
      return replicas.computeIfAbsent(
          precision,
          wanted -> new ScriptReplicas(template, places, nothing, frozenTensors(wanted), wanted));
    }
  }

  private List<Tensor> frozenTensors(Precision precision) {
    ScalarType type = TensorArrays.scalarType(precision);
    return frozen.stream().map(parameter -> parameter.tensor().detach().to(type)).toList();
  }

  private static Precision precision(List<Tensor> parameters) {
    return parameters.get(0).scalar_type().intern() == ScalarType.Double
        ? Precision.FLOAT64
        : Precision.FLOAT32;
  }

  private static List<ScriptParameter> filter(
      List<ScriptParameter> all, ParameterSelection selection, boolean selected) {
    return all.stream()
        .filter(parameter -> selection.selects(parameter.name()) == selected)
        .toList();
  }

  private static ParameterLayout layout(
      List<ScriptParameter> moving, List<ScriptParameter> all, ParameterSelection selection) {
    if (all.isEmpty()) {
      throw ThalwegException.of(ErrorCode.NETWORK_FILE)
          .expected("a network with parameters")
          .found("none; torch.jit.freeze turns them into constants")
          .next("save the network without freezing it");
    }
    if (moving.isEmpty()) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected("a pattern for some of " + all.stream().map(ScriptParameter::name).toList())
          .found(String.join(",", selection.patterns()))
          .next("write names with * for any characters, e.g. '" + all.get(0).name() + "'");
    }
    List<ParameterTensor> tensors = new ArrayList<>();
    int offset = 0;
    for (ScriptParameter parameter : moving) {
      ParameterTensor tensor =
          new ParameterTensor(parameter.name(), parameter.shape(), parameter.kind(), offset);
      tensors.add(tensor);
      offset = tensor.slice().end();
    }
    return new ParameterLayout(tensors);
  }

  private static double[] weights(List<ScriptParameter> parameters, int dimension) {
    double[] weights = new double[dimension];
    int offset = 0;
    for (ScriptParameter parameter : parameters) {
      try (PointerScope scope = new PointerScope()) {
        double[] values = TensorArrays.toDoubles(parameter.tensor().detach().to(ScalarType.Double));
        System.arraycopy(values, 0, weights, offset, values.length);
        offset += values.length;
      }
    }
    return weights;
  }

  private static List<Integer> shape(Tensor tensor, int from) {
    return IntStream.range(from, Math.toIntExact(tensor.dim()))
        .mapToObj(i -> Math.toIntExact(tensor.size(i)))
        .toList();
  }
}
