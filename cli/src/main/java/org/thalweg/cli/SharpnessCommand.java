package org.thalweg.cli;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sharpness and flatness. */
@Command(
    name = "sharpness",
    description = "Measure how sharp or flat the loss is around a model, by many definitions.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg sharpness runs/first",
      "  thalweg sharpness runs/first --measure ball,sam --radius 0.1",
      "  thalweg sharpness runs/first --measure learning-coefficient --chains 8",
      "  thalweg sharpness runs/first --all --samples 1000 --json"
    })
final class SharpnessCommand implements Callable<Integer> {
  @Option(
      names = "--measure",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Names.class,
      description = "One or several of: ${COMPLETION-CANDIDATES} (default: the usual ones).")
  private @Nullable List<String> measures;

  @Option(names = "--all", description = "Every measure.")
  private boolean all;

  @Option(
      names = "--radius",
      paramLabel = "X",
      description = "Of every measure, each in its own unit (default: the usual one of each).")
  private @Nullable Double radius;

  @Mixin private final EffortOptions effort = new EffortOptions();
  @Mixin private final LocalDensityOptions density = new LocalDensityOptions();
  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  SharpnessCommand(Session session) {
    this.session = session;
  }

  /** The names of all measures. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SharpnessRequest.all().iterator();
    }
  }

  @Override
  public Integer call() {
    SharpnessRequest request =
        new SharpnessRequest(
            scope.scope(),
            names(),
            radius == null ? OptionalDouble.empty() : OptionalDouble.of(radius),
            effort.effort(),
            density.density());
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.sharpness(request, progress, cancellation));
  }

  private List<String> names() {
    List<String> named = measures;
    if (named == null) {
      return all ? SharpnessRequest.all() : SharpnessRequest.usual();
    }
    if (all) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--measure or --all")
          .found("both")
          .next("leave one of them out");
    }
    return named;
  }
}
