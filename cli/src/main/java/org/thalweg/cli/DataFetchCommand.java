package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.DataRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a named data set to this machine. */
@Command(
    name = "fetch",
    description = "Download a named data set, unless THALWEG_DATA or the cache has it.",
    footerHeading = "%nExample:%n",
    footer = "  thalweg data fetch fashion-mnist")
final class DataFetchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "fashion-mnist or cifar10.")
  private String data = "";

  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  DataFetchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(
        output,
        (useCases, progress, cancellation) ->
            useCases.data(new DataRequest.Fetch(data), progress, cancellation));
  }
}
