package samples;

import java.nio.file.Path;
import org.thalweg.data.Datasets;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.Precision;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.torch.objective.MemoryEstimate;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.script.ParameterSelection;
import org.thalweg.torch.script.ScriptNetwork;
import org.thalweg.torch.script.ScriptOptions;

/**
 * 03: a network that PyTorch saved as TorchScript: {@code Sample03TorchScript net.pt npz:data.npz}.
 *
 * <p>{@code ScriptOptions} says what the file does not: which of several outputs is meant, token
 * ids instead of real numbers, which parameters move. A file from elsewhere may be large, so its
 * need of memory is estimated before anything begins. A TorchScript file is code: open only those
 * of people you trust.
 */
public final class Sample03TorchScript {
  public static void main(String[] arguments) {
    var options = ScriptOptions.defaults();
    if (arguments.length > 2) {
      options = options.withParameters(ParameterSelection.parse(arguments[2])); // e.g. fc.*
    }
    var samples = Datasets.open(arguments[1]).train();

    try (var network = ScriptNetwork.load(Path.of(arguments[0]), options)) {
      network.layout().tensors().forEach(System.out::println);
      var wanted = ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64);
      var estimate = MemoryEstimate.of(network, network.weights(), samples, wanted);
      var fitting = estimate.fit(estimate.divide(wanted), MemoryEstimate.available());

      try (var loss = NetworkObjective.of(network, network.weights(), samples, fitting)) {
        var spectrum = new HessianSpectrumProbe(LanczosOptions.of(1, 0)).measure(loss);
        System.out.println("largest " + spectrum.top().get(0));
      }
    }
  }
}
