package org.thalweg.cli;

import java.util.Optional;
import org.thalweg.app.request.CheckpointChoice;
import org.thalweg.app.request.FileChoice;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ScriptChoice;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which network is measured. */
final class ModelOptions {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "Run folder, RUN@N for a snapshot, a TorchScript file with --data, or weights (safetensors,"
              + " npz) with --net and --data.")
  private String model = "";

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "For a file: what the network is evaluated on.")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "For a file: cross-entropy, mse, l1, huber, bce, nll, or a TorchScript file of your own"
              + " (default: what fits the targets).")
  private Optional<String> loss = Optional.empty();

  @Option(
      names = "--net",
      paramLabel = "NET",
      description = "For weights: the network they belong to, e.g. cnn:16,16.")
  private Optional<String> network = Optional.empty();

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description = "For weights: relu, tanh or gelu (default: relu).")
  private Optional<String> activation = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "KEY",
      description = "For a TorchScript file: which of several outputs the loss reads.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--inputs",
      paramLabel = "LIST",
      description = "For a TorchScript file: its arguments, e.g. int or int:16,float:3x32x32.")
  private Optional<String> inputs = Optional.empty();

  @Option(
      names = "--parameters",
      paramLabel = "PATTERN",
      description = "For a TorchScript file: only these parameters move, e.g. 'layer4.*'.")
  private Optional<String> parameters = Optional.empty();

  @Option(
      names = "--batch-norm",
      paramLabel = "keep|reestimate",
      description = "For a TorchScript file: running statistics at every probed point.")
  private Optional<String> batchNorm = Optional.empty();

  ModelReference reference() {
    return reference(model);
  }

  /** Another network under the same options. */
  ModelReference reference(String name) {
    boolean script = output.or(() -> inputs).or(() -> parameters).or(() -> batchNorm).isPresent();
    if (network.isPresent()) {
      return ModelReference.checkpoint(name, checkpoint(network.get(), script));
    }
    if (activation.isPresent()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--activation only with --net")
          .found("--activation without --net")
          .next("add the network that the weights belong to, e.g. --net cnn:16,16");
    }
    if (data.isPresent()) {
      return ModelReference.script(
          name,
          new ScriptChoice(
              data.get(),
              loss.orElse(FileChoice.AUTO),
              output.orElse(""),
              inputs.orElse(""),
              parameters.orElse(ScriptChoice.ALL),
              reestimate()));
    }
    if (script || loss.isPresent()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--loss, --output, --inputs, --parameters and --batch-norm only with --data")
          .found("one of them without --data")
          .next("add --data for a file; a run folder knows all of this itself");
    }
    return ModelReference.parse(name);
  }

  private CheckpointChoice checkpoint(String net, boolean script) {
    if (script || data.isEmpty()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected(
              "--net with --data and without --output, --inputs, --parameters and --batch-norm,"
                  + " which are for TorchScript files")
          .found(script ? "one of these beside --net" : "--net without --data")
          .next("e.g. thalweg hessian weights.safetensors --net cnn:16,16 --data mnist");
    }
    return new CheckpointChoice(
        data.get(),
        loss.orElse(FileChoice.AUTO),
        net,
        activation.orElse(TrainRequest.DEFAULT_ACTIVATION));
  }

  private boolean reestimate() {
    return switch (batchNorm.orElse("keep")) {
      case "keep" -> false;
      case "reestimate" -> true;
      default ->
          throw ThalwegException.of(ErrorCode.INVALID_OPTION)
              .expected("--batch-norm keep or reestimate")
              .found("'" + batchNorm.orElse("") + "'")
              .next("correct --batch-norm and try again");
    };
  }
}
