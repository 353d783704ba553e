package org.thalweg.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.app.request.AnalyzeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every probe and one report. */
@Command(
    name = "analyze",
    description = "Apply every probe that fits to a model and write one report.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg analyze runs/first --samples 1000",
      "  thalweg analyze runs/first --full --samples 2000 --budget 600"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Option(
      names = "--full",
      description = "Everything rather than the usual, cheapest first; finer grids.")
  private boolean full;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      description =
          "Begin nothing that would not end within this time (default: none; 300 with --full).")
  private Optional<Double> budget = Optional.empty();

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  AnalyzeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    AnalyzeRequest request = new AnalyzeRequest(scope.scope(), full, seconds());
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.analyze(request, progress, cancellation));
  }

  private OptionalDouble seconds() {
    return budget
        .or(() -> full ? Optional.of(AnalyzeRequest.FULL_BUDGET) : Optional.empty())
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }
}
