package org.thalweg.bench;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.data.Targets;

/** The samples of a subject as the plain loop reads them: one tensor for all. */
final class PlainData {
  private PlainData() {}

  static Tensor inputs(Subject subject) {
    int count = subject.samples().count();
    int size = subject.samples().featureShape().stream().reduce(1, Math::multiplyExact);
    float[] features = new float[count * size];
    for (int i = 0; i < count; i++) {
      subject.samples().features(i, features, i * size);
    }
    long[] shape = new long[subject.samples().featureShape().size() + 1];
    Arrays.setAll(shape, i -> i == 0 ? count : subject.samples().featureShape().get(i - 1));
    return torch.tensor(features).view(shape);
  }

  static Tensor targets(Subject subject) {
    int count = subject.samples().count();
    if (subject.samples().targets() instanceof Targets.Labels labels) {
      int[] values = new int[count];
      Arrays.setAll(values, labels::label);
      return torch.tensor(values).toType(ScalarType.Long);
    }
    Targets.Reals reals = (Targets.Reals) subject.samples().targets();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      reals.copy(i, values, i);
    }
    return torch.tensor(values).view(count, 1);
  }
}
