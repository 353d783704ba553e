package org.thalweg.bench;

import java.nio.file.Path;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.parameter_iterator;
import org.bytedeco.pytorch.parameter_list;

/** A TorchScript file as libtorch loads it. */
final class PlainScript implements PlainFunction {
  private final JitModule module;

  PlainScript(Path file) {
    module = torch.load(file.toString());
    module.eval();
  }

  @Override
  public Tensor forward(Tensor x) {
    return module.forward(new IValueVector(new IValue(x))).toTensor();
  }

  @Override
  public TensorVector parameters() {
    TensorVector all = new TensorVector();
    parameter_list list = module.parameters();
    parameter_iterator next = list.begin();
    for (long i = 0; i < list.size(); i++) {
      all.push_back(next.access());
      next.increment();
    }
    return all;
  }
}
