package samples;

import java.nio.file.Path;
import org.thalweg.array.Npz;
import org.thalweg.data.Datasets;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.CheckpointNames;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.training.Trainer;

/**
 * 05: a network of the Deep Java Library: {@code Sample05FromDjl weights.npz}.
 *
 * <p>DJL's PyTorch engine brings a libtorch of its own, and two of them in one process are two too
 * many: save from the one program, read in another. What passes between them:
 *
 * <ul>
 *   <li>A model that DJL loads from a TorchScript file: Thalweg reads the same file (sample 03).
 *   <li>A model made of DJL's blocks has no TorchScript. Its weights can be written under their
 *       names,
 *       <pre>{@code
 * NDList weights = new NDList();
 * for (Pair<String, Parameter> parameter : block.getParameters()) {
 *   NDArray array = parameter.getValue().getArray();
 *   array.setName(parameter.getKey());
 *   weights.add(array);
 * }
 * weights.encode(out, NDList.Encoding.NPZ);
 * }</pre>
 *       and fit a built-in network of the same formula: {@code Linear} and {@code Conv2d} keep
 *       their weights in PyTorch's order. Every other block has to be written as in sample 04.
 * </ul>
 *
 * <p>DJL is no dependency of Thalweg: the lines above are not compiled here, and only the reading
 * below is tested, with a file of these names.
 */
public final class Sample05FromDjl {
  public static void main(String[] arguments) {
    var digits = Datasets.open("digits");
    // new SequentialBlock().add(flatten).add(Linear 32).add(Activation.reluBlock()).add(Linear 10)
    var network = Trainer.network(NetworkSpecification.parse("mlp:32", Activation.RELU), digits);
    var stored = Npz.read(Path.of(arguments[0]));
    var names = CheckpointNames.of(network.layout(), stored);
    names.renamings().forEach((theirs, ours) -> System.out.println(theirs + " is " + ours));
    double[] weights = NamedWeights.join(network.layout(), names.renamed(stored));

    try (var loss =
        NetworkObjective.of(network, weights, digits.train(), ObjectiveOptions.defaults())) {
      var spectrum = new HessianSpectrumProbe(LanczosOptions.of(1, 0)).measure(loss);
      System.out.println("largest " + spectrum.top().get(0));
    }
  }
}
