package org.thalweg.torch.script;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GraphOptimizerEnabledGuard;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A copy of a module for one thread at a time: buffers of its own, and no parameters but those that
 * it is given for one evaluation.
 *
 * <p>The interpreter runs the graph as it stands, without specialising it to what it saw before:
 * the profiling executor changes derivatives in their last bits from call to call, the legacy one
 * gets second derivatives wrong, and on a CPU neither saves time.
 */
final class ScriptReplica implements AutoCloseable {
  private final JitModule module;
  private final List<ScriptSlot> slots;
  private final List<List<Integer>> places;
  private final IValue nothing;

  /**
   * Copies the template.
   *
   * @param places for each parameter the slots that hold it
   * @param nothing what those slots hold between evaluations
   */
  ScriptReplica(
      JitModule template, List<List<Integer>> places, IValue nothing, ScalarType precision) {
    this.places = places;
    this.nothing = nothing;
    try (PointerScope scope = new PointerScope()) {
      this.module = template.deepcopy();
      this.slots = ScriptTree.slots(module);
      for (ScriptSlot slot : slots) {
        Tensor tensor = slot.tensor();
        // Integer and boolean buffers count and mask; they stay what they are.
        if (tensor.is_floating_point()) {
          slot.set(new IValue(tensor.detach().to(precision)));
        }
      }
      module.retainReference();
      slots.forEach(slot -> slot.module().retainReference());
    }
  }

  /** The answer, in the innermost scope, which also holds what is needed on the way. */
  IValue forward(List<Tensor> parameters, List<Tensor> inputs) {
    IValueVector arguments = new IValueVector();
    inputs.forEach(input -> arguments.push_back(new IValue(input)));
    try (GraphOptimizerEnabledGuard guard = new GraphOptimizerEnabledGuard(false)) {
      for (int i = 0; i < parameters.size(); i++) {
        put(i, new IValue(parameters.get(i)));
      }
      return module.forward(arguments);
    } finally {
      for (int i = 0; i < parameters.size(); i++) {
        put(i, nothing);
      }
    }
  }

  /** All tensor attributes, in the order of the template's. */
  List<ScriptSlot> slots() {
    return slots;
  }

  /** The attributes that are not parameters, e.g. running statistics. */
  private List<ScriptSlot> buffers() {
    return slots.stream().filter(slot -> slot.role() != ScriptSlot.Role.PARAMETER).toList();
  }

  /**
   * Evaluates twice and compares: the names of buffers that changed, and whether the answers
   * differ. Buffers are as before afterwards.
   */
  Repetition repeat(List<Tensor> parameters, List<Tensor> inputs, OutputChoice choice) {
    List<ScriptSlot> buffers = buffers();
    List<IValue> before = buffers.stream().map(ScriptSlot::value).toList();
    buffers.forEach(buffer -> buffer.set(new IValue(buffer.tensor().clone())));
    try {
      Tensor first = choice.choose(forward(parameters, inputs)).clone();
      Tensor second = choice.choose(forward(parameters, inputs));
      List<String> changed = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        if (!before.get(i).toTensor().equal(buffers.get(i).tensor())) {
          changed.add(buffers.get(i).path());
        }
      }
      boolean same = first.is_same_size(second) && torch.allclose(first, second, 0, 0, true);
      return new Repetition(second, changed, same);
    } finally {
      for (int i = 0; i < before.size(); i++) {
        buffers.get(i).set(before.get(i));
      }
    }
  }

  /** What two evaluations of the same thing gave. */
  record Repetition(Tensor outputs, List<String> changed, boolean same) {}

  @Override
  public void close() {
    slots.forEach(slot -> slot.module().close());
    module.close();
  }

  private void put(int parameter, IValue value) {
    for (int place : places.get(parameter)) {
      slots.get(place).set(value);
    }
  }
}
