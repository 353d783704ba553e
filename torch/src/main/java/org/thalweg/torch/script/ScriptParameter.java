package org.thalweg.torch.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;

/**
 * The parameters of a module: each tensor once, under the first of its names, with all the places
 * where it is used (tied weights have several).
 *
 * @param name as PyTorch names it
 * @param tensor the values in the file
 * @param places numbers of the attributes in the list of all tensor attributes
 */
record ScriptParameter(
    String name, ParameterKind kind, List<Integer> shape, Tensor tensor, List<Integer> places) {
  private static final Pattern NORM_NAME = Pattern.compile("(bn|ln|gn|norm)\\d*");

  ScriptParameter {
    shape = List.copyOf(shape);
    places = List.copyOf(places);
  }

  /** The parameters among these attributes, in their order. */
  static List<ScriptParameter> of(List<ScriptSlot> slots) {
    Map<String, ScriptParameter> parameters = new LinkedHashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      ScriptSlot slot = slots.get(i);
      if (slot.role() != ScriptSlot.Role.PARAMETER) {
        continue;
      }
      Tensor tensor = slot.tensor();
      if (!tensor.defined()) {
        continue;
      }
      ScriptParameter parameter = parameter(slot, slots, tensor, i);
      parameters.merge(identity(tensor, parameter), parameter, ScriptParameter::tiedTo);
    }
    return List.copyOf(parameters.values());
  }

  private static ScriptParameter parameter(
      ScriptSlot slot, List<ScriptSlot> slots, Tensor tensor, int place) {
    if (!tensor.is_floating_point()) {
      throw ThalwegException.of(ErrorCode.INVALID_LAYOUT)
          .expected("parameters that are real numbers")
          .found(slot.path() + " of type " + tensor.dtype().name().getString())
          .next("register it as a buffer, which is never moved");
    }
    List<Integer> shape = new ArrayList<>();
    for (long i = 0; i < tensor.dim(); i++) {
      shape.add(Math.toIntExact(tensor.size(i)));
    }
    return new ScriptParameter(
        slot.path(), kind(slot, shape, slots), shape, tensor, List.of(place));
  }

  /** Tensors are the same when they lie in the same memory in the same way. */
  private static String identity(Tensor tensor, ScriptParameter parameter) {
    StringBuilder identity = new StringBuilder();
    identity.append(tensor.data_ptr().address()).append(parameter.shape);
    for (long i = 0; i < tensor.dim(); i++) {
      identity.append(' ').append(tensor.stride(i));
    }
    return identity.toString();
  }

  private ScriptParameter tiedTo(ScriptParameter other) {
    List<Integer> all = new ArrayList<>(places);
    all.addAll(other.places);
    return new ScriptParameter(name, kind, shape, tensor, all);
  }

  /** By the name of the tensor, and by what is known of the module that it belongs to. */
  private static ParameterKind kind(ScriptSlot slot, List<Integer> shape, List<ScriptSlot> slots) {
    if (shape.size() <= 1 && normalises(slot, slots)) {
      return ParameterKind.NORM;
    }
    return slot.name().endsWith("bias") ? ParameterKind.BIAS : ParameterKind.WEIGHT;
  }

  private static boolean normalises(ScriptSlot slot, List<ScriptSlot> slots) {
    String path = slot.modulePath();
    String last = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = slot.moduleType();
    String typeName = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return typeName.contains("norm")
        || NORM_NAME.matcher(last).matches()
        || slots.stream()
            .anyMatch(
                other -> other.modulePath().equals(path) && other.name().equals("running_mean"));
  }
}
