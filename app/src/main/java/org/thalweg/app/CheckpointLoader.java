package org.thalweg.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.app.request.CheckpointChoice;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.array.Safetensors;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.CheckpointNames;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.training.Trainer;

/** Opens weights of built-in networks: safetensors and npz files. */
final class CheckpointLoader {
  private CheckpointLoader() {}

  /** The network with the weights of a file; its results go to {@code runs/} and its name. */
  static OpenedModel open(String text, CheckpointChoice choice) {
    Path file = Path.of(text);
    NetworkSpecification specification =
        NetworkSpecification.parse(choice.network(), Activation.parse(choice.activation()));
    Map<String, NumericArray> stored = read(file);
    Dataset data = Datasets.open(choice.data());
    Network network = Trainer.network(specification, data);
    CheckpointNames names = CheckpointNames.of(network.layout(), stored);
    double[] weights = NamedWeights.join(network.layout(), names.renamed(stored));
    ChosenLoss loss = ChosenLoss.of(choice, data);
    return new OpenedModel(
        text,
        ScriptLoader.home(file),
        false,
        file.getFileName() + ", " + specification + " on " + data.name(),
        description(specification, names),
        network,
        weights,
        data,
        loss.loss(),
        loss::close);
  }

  private static Map<String, Object> description(
      NetworkSpecification specification, CheckpointNames names) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("net", specification.description());
    description.put("activation", specification.activation().text());
    if (!names.renamings().isEmpty()) {
      description.put("namesInFile", names.renamings());
    }
    return description;
  }

  /** By its first bytes: npz is a zip file. */
  private static Map<String, NumericArray> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a safetensors or npz file with the weights of a network")
          .found("no file at " + file)
          .next("check the path");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(2);
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a file that can be read: " + file)
          .found(String.valueOf(e.getMessage()))
          .because(e)
          .next("check the file and its permissions");
    }
    if (start.length == 2 && start[0] == (byte) 0x80) {
      throw pickled(file);
    }
    if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
      if (String.valueOf(file.getFileName()).matches("(?i).*\\.(pt|pth|ckpt)")) {
        throw pickled(file);
      }
      return Npz.read(file);
    }
    return Safetensors.read(file);
  }

  private static ThalwegException pickled(Path file) {
    return ThalwegException.of(ErrorCode.NETWORK_FILE)
        .expected("weights as safetensors or npz, which hold numbers and no code")
        .found(file + ", a file of torch.save or torch.jit.save")
        .next(
            "write safetensors.torch.save_file(state, \"weights.safetensors\") or"
                + " numpy.savez(\"weights.npz\", **{k: v.numpy() for k, v in state.items()}); a"
                + " TorchScript file needs no --net");
  }
}
