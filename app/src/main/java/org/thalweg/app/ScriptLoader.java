package org.thalweg.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.ScriptChoice;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.torch.script.OutputChoice;
import org.thalweg.torch.script.ParameterSelection;
import org.thalweg.torch.script.ScriptInput;
import org.thalweg.torch.script.ScriptNetwork;
import org.thalweg.torch.script.ScriptOptions;

/** Opens networks that were saved as TorchScript. */
final class ScriptLoader {
  private ScriptLoader() {}

  /** The network of a file with data and loss; its results go to {@code runs/} and its name. */
  static OpenedModel open(String text, ScriptChoice choice) {
    Path file = Path.of(text);
    Dataset data = Datasets.open(choice.data());
    ScriptNetwork network = ScriptNetwork.load(file, options(choice));
    try {
      ChosenLoss loss = ChosenLoss.of(choice, data);
      return new OpenedModel(
          text,
          home(file),
          false,
          file.getFileName() + " on " + data.name(),
          description(choice, file),
          network,
          network.weights(),
          data,
          loss.loss(),
          () -> {
            loss.close();
            network.close();
          });
    } catch (RuntimeException | Error e) {
      network.close();
      throw e;
    }
  }

  private static ScriptOptions options(ScriptChoice choice) {
    ScriptOptions options =
        ScriptOptions.defaults()
            .withOutput(new OutputChoice(choice.output()))
            .withParameters(
                choice.parameters().equals(ScriptChoice.ALL)
                    ? ParameterSelection.all()
                    : ParameterSelection.parse(choice.parameters()))
            .withBatchNorm(
                choice.reestimate()
                    ? ScriptOptions.BatchNorm.REESTIMATE
                    : ScriptOptions.BatchNorm.KEEP);
    return choice.inputs().isEmpty()
        ? options
        : options.withInputs(ScriptInput.parse(choice.inputs()));
  }

  /** The file by its content: buffers and parameters that do not move decide values, too. */
  private static Map<String, Object> description(ScriptChoice choice, Path file) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("net", "TorchScript");
    description.put("file", WeightsHash.ofFile(file));
    description.put("output", choice.output());
    description.put("inputs", choice.inputs());
    description.put("parameters", choice.parameters());
    description.put("batchNorm", choice.reestimate() ? "reestimate" : "keep");
    return description;
  }

  /** Results about a file go to {@code runs/} and its name. */
  static Path home(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return Path.of("runs", dot > 0 ? name.substring(0, dot) : name);
  }
}
