package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.AnalyzeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every probe and one report. */
@Command(
    name = "analyze",
    description = "Apply every probe that fits to a model and write one report.",
    footerHeading = "%nExample:%n",
    footer = "  thalweg analyze runs/first --samples 1000")
final class AnalyzeCommand implements Callable<Integer> {
  @Option(names = "--full", description = "Finer grids and more eigenvalues.")
  private boolean full;

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  AnalyzeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    AnalyzeRequest request = new AnalyzeRequest(scope.scope(), full);
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.analyze(request, progress, cancellation));
  }
}
