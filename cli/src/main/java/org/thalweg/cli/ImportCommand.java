package org.thalweg.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.thalweg.app.request.ImportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Results of other tools. */
@Command(
    name = "import",
    description = "Take a slice or surface that another tool wrote into a run folder.",
    footerHeading = "%nExamples:%n",
    footer = {"  thalweg import surface.h5", "  thalweg import points.csv --out runs/theirs"})
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A .h5, .npz, .csv or .json file.")
  private Path file = Path.of("");

  @Mixin private final DestinationOptions destination = new DestinationOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ImportRequest request = new ImportRequest(file, destination.destination());
    return session.run(
        output,
        (useCases, progress, cancellation) ->
            useCases.importResult(request, progress, cancellation));
  }
}
