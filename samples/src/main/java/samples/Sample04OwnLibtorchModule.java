package samples;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Datasets;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.probe.curvature.GradientProbe;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

/**
 * 04: a program that uses libtorch through bytedeco itself, with modules and weights of its own.
 *
 * <p>Thalweg asks for the same forward pass as a function of its parameters: {@code torch.linear(x,
 * weight, bias)} instead of {@code layer.forward(x)}. Whatever libtorch can differentiate twice
 * will do. The modules are not touched; their weights are copied once.
 */
public final class Sample04OwnLibtorchModule implements ForwardFunction {
  private static final int PIXELS = 64;
  private static final int HIDDEN = 8;
  private static final int CLASSES = 10;

  /** The parameters in the order of the list that {@link #forward} gets. */
  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("first.weight", ParameterKind.WEIGHT, HIDDEN, PIXELS)
        .add("first.bias", ParameterKind.BIAS, HIDDEN)
        .add("second.weight", ParameterKind.WEIGHT, CLASSES, HIDDEN)
        .add("second.bias", ParameterKind.BIAS, CLASSES)
        .build();
  }

  @Override
  public List<InputForm> inputForms(List<Integer> featureShape) {
    return List.of(InputForm.real(List.of(PIXELS)));
  }

  @Override
  public List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs) {
    return List.of(CLASSES);
  }

  @Override
  public Tensor forward(List<Tensor> p, List<Tensor> inputs) {
    Tensor hidden = torch.linear(inputs.get(0), p.get(0), optional(p.get(1))).sin();
    return torch.linear(hidden, p.get(2), optional(p.get(3)));
  }

  public static void main(String[] arguments) {
    Libtorch.load(); // before any other class of bytedeco: extracts the libraries safely
    var digits = Datasets.open("digits").train();
    double[] weights;
    try (var scope = new PointerScope()) {
      torch.manual_seed(3);
      var first = new LinearImpl(PIXELS, HIDDEN); // the modules this program has trained
      var second = new LinearImpl(HIDDEN, CLASSES);
      weights = copy(first.weight(), first.bias(), second.weight(), second.bias());
    }

    try (var loss =
            NetworkObjective.of(
                new Sample04OwnLibtorchModule(), weights, digits, ObjectiveOptions.defaults());
        var theta = loss.parameters()) {
      new GradientProbe().measure(loss, theta).measurements().forEach(System.out::println);
      var spectrum = new HessianSpectrumProbe(LanczosOptions.of(1, 1)).measure(loss);
      spectrum.measurements().forEach(System.out::println);
    }
  }

  private static TensorOptional optional(Tensor tensor) {
    return new TensorOptional(tensor);
  }

  /** The numbers of some float32 tensors, one after the other. */
  private static double[] copy(Tensor... tensors) {
    long size = 0;
    for (Tensor tensor : tensors) {
      size += tensor.numel();
    }
    double[] numbers = new double[Math.toIntExact(size)];
    int at = 0;
    for (Tensor tensor : tensors) {
      Tensor flat = tensor.detach().contiguous().view(-1);
      FloatIndexer values = flat.createIndexer();
      for (long i = 0; i < flat.numel(); i++) {
        numbers[at++] = values.get(i);
      }
    }
    return numbers;
  }
}
