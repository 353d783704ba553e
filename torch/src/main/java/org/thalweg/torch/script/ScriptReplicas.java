package org.thalweg.torch.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;

/** The working copies of a module in one precision: as many as were ever in use at once. */
final class ScriptReplicas implements AutoCloseable {
  private final JitModule template;
  private final List<List<Integer>> places;
  private final IValue nothing;
  private final List<Tensor> frozen;
  private final Precision precision;
  private final List<ScriptReplica> all = new ArrayList<>();
  private final Deque<ScriptReplica> idle = new ArrayDeque<>();

  /**
   * @param frozen the parameters that never move, in this precision; they belong to this object
   */
  ScriptReplicas(
      JitModule template,
      List<List<Integer>> places,
      IValue nothing,
      List<Tensor> frozen,
      Precision precision) {
    this.template = template;
    this.places = places;
    this.nothing = nothing;
    this.frozen = List.copyOf(frozen);
    this.precision = precision;
    frozen.forEach(Tensor::retainReference);
  }

  /** All parameters in the order of their places: those that move, then those that do not. */
  List<Tensor> all(List<Tensor> moving) {
    List<Tensor> parameters = new ArrayList<>(moving);
    parameters.addAll(frozen);
    return parameters;
  }

  synchronized ScriptReplica acquire() {
    ScriptReplica replica = idle.poll();
    if (replica == null) {
      replica = new ScriptReplica(template, places, nothing, TensorArrays.scalarType(precision));
      all.add(replica);
    }
    return replica;
  }

  synchronized void release(ScriptReplica replica) {
    idle.push(replica);
  }

  @Override
  public synchronized void close() {
    all.forEach(ScriptReplica::close);
    frozen.forEach(Tensor::close);
  }
}
