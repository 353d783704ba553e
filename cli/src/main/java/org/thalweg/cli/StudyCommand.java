package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.thalweg.app.study.StudyRequest;
import org.thalweg.app.study.StudySource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Many trainings, probes and seeds, with statistics. */
@Command(
    name = "study",
    description = {
      "Carry out a study: train every combination from several seeds, measure all of them, compare.",
      "Without a name: list the studies that come with Thalweg. The same command goes on with a"
          + " study that was interrupted."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg study",
      "  thalweg study r1-architectures --dry-run",
      "  thalweg study r1-architectures",
      "  thalweg study r1-architectures --only network=deep,wide --seeds 3 --out runs/studies/look",
      "  thalweg study r1-architectures --print > own.yaml",
      "  thalweg study r1-architectures --scale paper"
    })
final class StudyCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME|FILE",
      description = "A bundled study, or a study file, e.g. own.yaml.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "quick",
      description =
          "${COMPLETION-CANDIDATES}: minutes, or the sizes of the report (default:"
              + " ${DEFAULT-VALUE}).")
  private Scale scale = Scale.QUICK;

  @Option(
      names = "--dry-run",
      description = "Say how much there is to do, how long it takes and what it needs on disk.")
  private boolean dryRun;

  @Option(names = "--print", description = "Print the file of a bundled study, to start from.")
  private boolean print;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Trials at the same time, a core each; results do not depend on it (default: one per"
              + " core).")
  private int workers;

  @Option(
      names = "--only",
      paramLabel = "FACTOR=LEVEL[,LEVEL…]",
      description = "Only cells with these levels; may be repeated.")
  private List<String> only = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "So many seeds instead of those of the study.")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the study (default: runs/studies/NAME-SCALE). Trials lie beside it, in"
              + " 'trials', where other studies find them.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--retry-failed", description = "Try again what failed before.")
  private boolean retryFailed;

  @Option(
      names = "--resume",
      description = "Go on with an interrupted study: what happens without it, too.")
  @SuppressWarnings("UnusedVariable")
  private boolean resume;

  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  StudyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (name.isEmpty()) {
      return session.run(output, (useCases, progress, cancellation) -> StudyList.output());
    }
    if (print) {
      return session.print(StudySource.text(name.get()));
    }
    StudyRequest request = request(name.get());
    if (dryRun) {
      return session.run(
          output,
          (useCases, progress, cancellation) -> useCases.estimate(request, progress, cancellation));
    }
    return session.runStudy(
        output,
        (useCases, listener, cancellation) -> useCases.study(request, listener, cancellation));
  }

  private StudyRequest request(String text) {
    Study read = StudySource.read(text, scale);
    Study study = seeds.map(count -> StudySource.withSeeds(read, count)).orElse(read);
    return new StudyRequest(
        study,
        out.orElseGet(() -> StudyRequest.usualFolder(study)),
        workers,
        levels(),
        retryFailed);
  }

  private Map<String, Set<String>> levels() {
    Map<String, Set<String>> levels = new LinkedHashMap<>();
    for (String one : only) {
      int equals = one.indexOf('=');
      if (equals < 1 || equals == one.length() - 1) {
        throw ThalwegException.of(ErrorCode.INVALID_OPTION)
            .expected("--only FACTOR=LEVEL or FACTOR=LEVEL,LEVEL, e.g. network=deep,wide")
            .found("'" + one + "'")
            .next("correct --only and try again");
      }
      levels
          .computeIfAbsent(one.substring(0, equals), factor -> new LinkedHashSet<>())
          .addAll(List.of(one.substring(equals + 1).split(",", -1)));
    }
    return levels;
  }
}
