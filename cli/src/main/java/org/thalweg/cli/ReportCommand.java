package org.thalweg.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.thalweg.app.request.ReportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The report of a run folder. */
@Command(
    name = "report",
    description = "Write the report of a run folder again, from what is stored there.",
    footerHeading = "%nExample:%n",
    footer = "  thalweg report runs/first")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "Run folder.")
  private Path run = Path.of("");

  @Mixin private final DestinationOptions destination = new DestinationOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReportRequest request = new ReportRequest(run, destination.destination());
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.report(request, progress, cancellation));
  }
}
