package org.thalweg.cli;

import java.util.Optional;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.BiasChoice;
import org.thalweg.app.request.LineScaling;
import org.thalweg.app.request.NormalizationChoice;
import picocli.CommandLine.Option;

/** How far directions reach. */
final class LineOptions {
  @Option(
      names = "--normalize",
      paramLabel = "RULE",
      defaultValue = "auto",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}: filter for random directions, unit for"
              + " gradients and eigenvectors). Directions to other models stay as they are.")
  private NormalizationChoice normalization = NormalizationChoice.AUTO;

  @Option(
      names = "--biases",
      paramLabel = "BIASES",
      defaultValue = "auto",
      description =
          "Biases and norm parameters along a direction: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}: zero for random directions scaled to the weights, else keep).")
  private BiasChoice biases = BiasChoice.AUTO;

  @Option(
      names = "--range",
      paramLabel = "A:B",
      description =
          "First and last step length (default: -1:1; around the models of a plane through three).")
  private Optional<String> range = Optional.empty();

  LineScaling scaling() {
    return new LineScaling(normalization, biases);
  }

  Optional<AxisRange> range() {
    return range.map(AxisRange::parse);
  }
}
