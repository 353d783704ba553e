package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.DataRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which data sets there are. */
@Command(
    name = "list",
    description = "List the data sets that are known by name.",
    footerHeading = "%nExample:%n",
    footer = "  thalweg data list")
final class DataListCommand implements Callable<Integer> {
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  DataListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(
        output,
        (useCases, progress, cancellation) ->
            useCases.data(new DataRequest.ListAll(), progress, cancellation));
  }
}
