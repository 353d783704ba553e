package org.thalweg.app.study;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Options of {@code thalweg gradient}. */
final class GradientReader implements ProbeReader {
  @Override
  public GradientRequest read(ProbeScope scope, PlannedOptions options) {
    return new GradientRequest(
        scope,
        options.flag("noise", false),
        step(options.number("learning-rate"), options.integer("batch-size")),
        options.integer("top-eigenspace", 0));
  }

  private static Optional<GradientRequest.Step> step(OptionalDouble rate, OptionalInt size) {
    if (rate.isPresent() != size.isPresent()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("both of --learning-rate and --batch-size, or neither")
          .found("one of them")
          .next("add the other, or leave both out");
    }
    return rate.isPresent()
        ? Optional.of(new GradientRequest.Step(rate.getAsDouble(), size.orElseThrow()))
        : Optional.empty();
  }
}
