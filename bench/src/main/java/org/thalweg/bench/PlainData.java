package org.thalweg.bench;

import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;

/**
 * The first images of MNIST's training split, for both sides of a comparison.
 *
 * @param samples as Thalweg reads them
 * @param images n × 784, row-major
 * @param labels one class for each image
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight to native code, never compared
record BenchmarkData(Samples samples, float[] images, int[] labels) {
  static BenchmarkData mnist(int count) {
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = i;
    }
    Samples samples = Datasets.open("mnist").train().select(indices);
    float[] images = new float[count * 784];
    int[] labels = new int[count];
    Targets.Labels targets = (Targets.Labels) samples.targets();
    for (int i = 0; i < count; i++) {
      samples.features(i, images, i * 784);
      labels[i] = targets.label(i);
    }
    return new BenchmarkData(samples, images, labels);
  }

  int count() {
    return labels.length;
  }
}
