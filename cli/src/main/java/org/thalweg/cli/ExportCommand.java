package org.thalweg.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.thalweg.app.request.ExportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Results for other tools. */
@Command(
    name = "export",
    description =
        "Write the results of a run for other tools, one file for each, or the trained network.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg export runs/first --to csv",
      "  thalweg export runs/first --to vtp --out for-paraview",
      "  thalweg export runs/first --to h5 --out for-loss-landscape",
      "  thalweg export runs/first@3 --to torchscript"
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "Run folder; for the network also RUN@N.")
  private Path run = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      required = true,
      description =
          "Results: csv, npz, h5 (loss-landscape), vtp (ParaView) or json. The network: torchscript"
              + " (PyTorch), safetensors or weights (npz).")
  private String format = "";

  @Mixin private final DestinationOptions destination = new DestinationOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExportRequest request = new ExportRequest(run, format, destination.destination());
    return session.run(
        output,
        (useCases, progress, cancellation) ->
            useCases.exportResults(request, progress, cancellation));
  }
}
