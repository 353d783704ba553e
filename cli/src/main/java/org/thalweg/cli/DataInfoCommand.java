package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.DataRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is in one data set. */
@Command(
    name = "info",
    description = "Show the shape, classes, splits and hash of a data set.",
    footerHeading = "%nExample:%n",
    footer = "  thalweg data info mnist")
final class DataInfoCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "Name of the data set, e.g. mnist.")
  private String data = "";

  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  DataInfoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(
        output,
        (useCases, progress, cancellation) ->
            useCases.data(new DataRequest.Describe(data), progress, cancellation));
  }
}
