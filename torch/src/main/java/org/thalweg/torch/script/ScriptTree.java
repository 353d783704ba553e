package org.thalweg.torch.script;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.ClassType;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Obj;

/**
 * The tensors of a module and its submodules, in the order of PyTorch's {@code parameters()}: a
 * module's own first, then those of its children.
 *
 * <p>Attributes are read by number. The native iterators are of no use here: their comparison looks
 * at Java addresses, so that a loop runs past the end and takes the process with it.
 */
final class ScriptTree {
  private final List<ScriptSlot> slots = new ArrayList<>();

  private ScriptTree() {}

  /** Every attribute that holds a tensor; handles belong to the innermost scope. */
  static List<ScriptSlot> slots(JitModule module) {
    ScriptTree tree = new ScriptTree();
    tree.visit(module._ivalue(), "");
    return List.copyOf(tree.slots);
  }

  private void visit(Obj module, String path) {
    ClassType type = module.type();
    String typeName = type.str().getString();
    List<Runnable> children = new ArrayList<>();
    for (long i = 0; i < type.numAttributes(); i++) {
      String name = type.getAttributeName(i).getString();
      IValue value = module.getSlot(i);
      if (value.isTensor()) {
        slots.add(new ScriptSlot(module, path, typeName, i, name, role(type, i)));
      } else if (value.isModule()) {
        String childPath = path.isEmpty() ? name : path + "." + name;
        children.add(() -> visit(value.toObject(), childPath));
      }
    }
    children.forEach(Runnable::run);
  }

  private static ScriptSlot.Role role(ClassType type, long index) {
    if (type.is_parameter(index)) {
      return ScriptSlot.Role.PARAMETER;
    }
    return type.is_buffer(index) ? ScriptSlot.Role.BUFFER : ScriptSlot.Role.OTHER;
  }
}
