package org.thalweg.torch.script;

import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Obj;
import org.bytedeco.pytorch.Tensor;

/**
 * One attribute of one module in the tree of modules.
 *
 * @param module the module's object
 * @param modulePath where the module is, e.g. {@code layer1.0.bn1}; empty for the root
 * @param moduleType the class it was made from, e.g. {@code
 *     __torch__.torch.nn.modules.batchnorm.BatchNorm2d}
 * @param index of the attribute within the module
 * @param name of the attribute
 * @param role what the module says it is
 */
record ScriptSlot(
    Obj module, String modulePath, String moduleType, long index, String name, Role role) {
  /** What an attribute with a tensor is. */
  enum Role {
    PARAMETER,
    BUFFER,
    OTHER
  }

  /** As PyTorch names it, e.g. {@code layer1.0.bn1.weight}. */
  String path() {
    return modulePath.isEmpty() ? name : modulePath + "." + name;
  }

  /**
   * A copy of the value's handle, in the innermost scope. What the native getter returns is a
   * reference to the slot itself, which would show whatever is put there later.
   */
  IValue value() {
    return new IValue(module.getSlot(index));
  }

  /** A handle of its own on the tensor, in the innermost scope. */
  Tensor tensor() {
    return new Tensor(module.getSlot(index).toTensor());
  }

  void set(IValue value) {
    module.setSlot(index, value);
  }
}
