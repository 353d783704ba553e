package org.thalweg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.app.study.ClaimsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The ledger of claims. */
@Command(
    name = "claims",
    description = {
      "Say what the studies carried out so far mean for the claims of the reports: supported,"
          + " contradicted or undecided, with the numbers.",
      "The rules by which claims are decided were written before the studies were run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg claims",
      "  thalweg claims runs/studies/r1-architectures-quick",
      "  thalweg claims --claims own.yaml",
      "  thalweg claims --markdown > ledger.md"
    })
final class ClaimsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "STUDYFOLDER",
      arity = "0..*",
      description = "Folders of studies (default: all in runs/studies).")
  private List<Path> folders = List.of();

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description = "Claims of your own, beside those of the reports.")
  private Optional<Path> claims = Optional.empty();

  @Option(names = "--markdown", description = "Print the ledger as a Markdown table.")
  private boolean markdown;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write claims.json, claims.csv and claims.md there.")
  private Optional<Path> out = Optional.empty();

  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  ClaimsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ClaimsRequest request = new ClaimsRequest(folders, claims, out);
    return session.run(
        output,
        (useCases, progress, cancellation) ->
            useCases.claims(request, markdown, progress, cancellation));
  }
}
