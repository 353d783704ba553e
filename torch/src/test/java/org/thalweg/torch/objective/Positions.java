package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.data.Targets;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.random.RandomStream;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;

/**
 * Two numbers at each of four positions in, three classes at each position out: f = W tanh(Vx), and
 * its log-softmax if wanted.
 */
record Positions(boolean logarithms) implements ForwardFunction {
  static final int SAMPLES = 8;
  static final int LENGTH = 4;
  private static final int IGNORED = -1;

  static NetworkObjective objective(Loss loss, boolean logarithms, ObjectiveOptions options) {
    RandomStream random = RandomStream.of(1, "labels at positions");
    int[] labels = new int[SAMPLES * LENGTH];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.below(3);
    }
    return objective(loss, logarithms, options, labels);
  }

  /** Only one position counts, and the target there is the same for all: its loss is −log p. */
  static NetworkObjective only(int position, int label, ObjectiveOptions options) {
    int[] labels = new int[SAMPLES * LENGTH];
    Arrays.fill(labels, IGNORED);
    for (int n = 0; n < SAMPLES; n++) {
      labels[n * LENGTH + position] = label;
    }
    return objective(new CrossEntropy(IGNORED, 0), false, options, labels);
  }

  private static NetworkObjective objective(
      Loss loss, boolean logarithms, ObjectiveOptions options, int[] labels) {
    double[] features = RandomStream.of(1, "positions").gaussians(SAMPLES * 2 * LENGTH);
    Positions network = new Positions(logarithms);
    return NetworkObjective.of(
        network,
        RandomStream.of(2, "weights").gaussians(network.layout().dimension()),
        new ArraySamples(
            List.of(2, LENGTH), features, new Targets.Labels(3, List.of(LENGTH), labels)),
        options.withLoss(loss));
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("inner", ParameterKind.WEIGHT, 3, 2)
        .add("outer", ParameterKind.WEIGHT, 3, 3)
        .build();
  }

  @Override
  public List<InputForm> inputForms(List<Integer> featureShape) {
    return List.of(InputForm.real(featureShape));
  }

  @Override
  public List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs) {
    return List.of(3, LENGTH);
  }

  @Override
  public Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
    Tensor hidden = parameters.get(0).matmul(inputs.get(0)).tanh();
    Tensor logits = parameters.get(1).matmul(hidden);
    return logarithms ? logits.log_softmax(1) : logits;
  }
}
