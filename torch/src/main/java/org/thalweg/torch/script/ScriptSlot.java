package org.thalweg.torch.script;

import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Obj;

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

  /** In the innermost scope. */
  IValue value() {
    return module.getSlot(index);
  }

  void set(IValue value) {
    module.setSlot(index, value);
  }
}
