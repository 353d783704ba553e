package org.thalweg.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.array.Npz;
import org.thalweg.array.Safetensors;
import org.thalweg.linalg.Precision;
import org.thalweg.store.AtomicFile;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.script.ScriptExport;

/** A format in which a trained network itself can leave Thalweg. */
enum WeightsFormat {
  /** Code and weights; PyTorch opens it with {@code torch.jit.load}. */
  TORCHSCRIPT("model", "pt"),
  /** The weights by name, of which every framework can make a state dict. */
  SAFETENSORS("weights", "safetensors"),
  /** The weights by name as NumPy arrays. */
  WEIGHTS("weights", "npz");

  private final String stem;
  private final String extension;

  WeightsFormat(String stem, String extension) {
    this.stem = stem;
    this.extension = extension;
  }

  /** The format of this name, in any case. */
  static Optional<WeightsFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.text().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the file, with the snapshot it is of, e.g. {@code model@3.pt}. */
  String file(String moment) {
    return stem + moment + "." + extension;
  }

  /** Writes the file whole or not at all. */
  void write(Network network, double[] theta, Precision precision, Path file) {
    switch (this) {
      case TORCHSCRIPT -> ScriptExport.write(network, theta, precision, file);
      case SAFETENSORS ->
          AtomicFile.write(
              file,
              out ->
                  Safetensors.write(NamedWeights.split(network.layout(), theta, precision), out));
      case WEIGHTS ->
          AtomicFile.write(
              file, out -> Npz.write(NamedWeights.split(network.layout(), theta, precision), out));
    }
  }
}
