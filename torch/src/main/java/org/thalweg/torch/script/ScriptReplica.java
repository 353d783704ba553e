package org.thalweg.torch.script;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GraphOptimizerEnabledGuard;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
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
        Tensor tensor = slot.value().toTensor();
        // Integer and boolean buffers count and mask; they stay what they are.
        if (slot.role() != ScriptSlot.Role.PARAMETER && tensor.is_floating_point()) {
          slot.set(new IValue(tensor.to(precision)));
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

  /** Copies of what is not a parameter, e.g. running statistics, in the innermost scope. */
  List<Tensor> state() {
    List<Tensor> state = new ArrayList<>();
    for (ScriptSlot slot : slots) {
      if (slot.role() != ScriptSlot.Role.PARAMETER) {
        state.add(slot.value().toTensor().clone());
      }
    }
    return state;
  }

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
