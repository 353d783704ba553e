package org.thalweg.cli;

import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.NormalizationChoice;
import picocli.CommandLine.Option;

/** How far directions reach. */
final class LineOptions {
  @Option(
      names = "--normalize",
      paramLabel = "RULE",
      defaultValue = "filter",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private NormalizationChoice normalization = NormalizationChoice.FILTER;

  @Option(
      names = "--range",
      paramLabel = "A:B",
      defaultValue = "-1:1",
      description = "First and last step length (default: ${DEFAULT-VALUE}).")
  private String range = "-1:1";

  NormalizationChoice normalization() {
    return normalization;
  }

  AxisRange range() {
    return AxisRange.parse(range);
  }
}
