package org.thalweg.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thalweg.app.request.GradientRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loss and gradient at a model. */
@Command(
    name = "gradient",
    description = "Measure loss and gradient at a model, and how noisy the gradient is.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg gradient runs/first --noise --learning-rate 0.05 --batch-size 64",
      "  thalweg gradient runs/first --samples 1000 --top-eigenspace 10 --json"
    })
final class GradientCommand implements Callable<Integer> {
  @Option(
      names = "--noise",
      description =
          "Compare the gradients of single samples: variance, noise scale, signal to noise.")
  private boolean noise;

  @ArgGroup(exclusive = false)
  private @Nullable StepOptions step;

  /** Both or neither. */
  static final class StepOptions {
    @Option(
        names = "--learning-rate",
        paramLabel = "X",
        required = true,
        description = "With --noise: learning rate of the step whose noise is wanted.")
    private double learningRate;

    @Option(
        names = "--batch-size",
        paramLabel = "N",
        required = true,
        description = "With --noise: samples in the batch of that step.")
    private int batchSize;
  }

  @Option(
      names = "--top-eigenspace",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "Also the share of the gradient in the K largest eigenvectors of the Hessian (default: none).")
  private int topEigenspace;

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  GradientCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<GradientRequest.Step> wanted =
        Optional.ofNullable(step)
            .map(given -> new GradientRequest.Step(given.learningRate, given.batchSize));
    GradientRequest request = new GradientRequest(scope.scope(), noise, wanted, topEigenspace);
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.gradient(request, progress, cancellation));
  }
}
