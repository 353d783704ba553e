package org.thalweg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thalweg.app.request.ResumeRequest;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network, or continues a training. */
@Command(
    name = "train",
    description = "Train a network and keep its history, weights and checkpoints in a run folder.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg train --data mnist --net cnn:16,16 --epochs 3 --out runs/first",
      "  thalweg train --data digits --net mlp:64 --until-accuracy 0.95",
      "  thalweg train --resume runs/first"
    })
final class TrainCommand implements Callable<Integer> {
  /** What may accompany --resume: nothing that changes the weights. */
  private static final Set<String> WITH_RESUME =
      Set.of("--resume", "--workers", "--json", "--verbose", "--debug");

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Continue an interrupted training with the settings of its run folder.")
  private Optional<Path> resume = Optional.empty();

  @Mixin private final TrainingOptions training = new TrainingOptions();
  @Mixin private final DestinationOptions destination = new DestinationOptions();
  @Mixin private final ExecutionOptions execution = new ExecutionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec spec;
  private final Session session;

  TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (resume.isPresent()) {
      refuseOtherOptions();
      ResumeRequest request = new ResumeRequest(resume.get(), execution.workers());
      return session.run(
          output,
          (useCases, progress, cancellation) -> useCases.resume(request, progress, cancellation));
    }
    TrainRequest request = training.request(execution.execution(), destination.destination());
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.train(request, progress, cancellation));
  }

  private void refuseOtherOptions() {
    if (spec == null) {
      return;
    }
    List<String> others =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !WITH_RESUME.contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("--resume alone: a run is continued with its own settings")
          .found(String.join(" ", others))
          .next("leave them out, or start a new run without --resume");
    }
  }
}
