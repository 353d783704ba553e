package org.thalweg.torch.script;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.torch.network.PointFunction;

/** A network with the running statistics of one point. */
record ReestimatedFunction(ScriptNetwork network, RunningStatistics statistics)
    implements PointFunction {
  @Override
  public Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
    return network.forward(parameters, inputs, statistics);
  }

  @Override
  public void close() {
    statistics.close();
  }
}
