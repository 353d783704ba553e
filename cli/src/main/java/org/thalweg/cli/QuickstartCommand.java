package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.QuickstartRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The first look. */
@Command(
    name = "quickstart",
    description = "Train a small CNN on the bundled MNIST, measure it and write a report.",
    footerHeading = "%nExample:%n",
    footer = "  thalweg quickstart --out runs/quickstart")
final class QuickstartCommand implements Callable<Integer> {
  @Mixin private final DestinationOptions destination = new DestinationOptions();
  @Mixin private final ExecutionOptions execution = new ExecutionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  QuickstartCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    QuickstartRequest request =
        new QuickstartRequest(
            execution.execution(),
            destination.destination(QuickstartRequest.DEFAULT.destination().folder()));
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.quickstart(request, progress, cancellation));
  }
}
