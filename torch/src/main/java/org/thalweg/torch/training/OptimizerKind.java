package org.thalweg.torch.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The update rules there are. */
public enum OptimizerKind {
  /** θ ← θ − ηg. */
  SGD,
  /** Heavy ball (Polyak 1964): m ← μm + g, θ ← θ − ηm. */
  MOMENTUM,
  /** Nesterov's momentum as PyTorch writes it: m ← μm + g, θ ← θ − η(g + μm). */
  NESTEROV,
  /** Adam (Kingma and Ba 2015); weight decay enters the gradient. */
  ADAM,
  /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
  ADAMW;

  /** The name on the command line and in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The update rule of this name.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME} when there is none
   */
  public static OptimizerKind parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected(
                        Arrays.stream(values())
                            .map(OptimizerKind::text)
                            .collect(Collectors.joining(", ", "an optimizer: ", "")))
                    .found("'" + text + "'")
                    .next("choose one of them, e.g. adam"));
  }
}
