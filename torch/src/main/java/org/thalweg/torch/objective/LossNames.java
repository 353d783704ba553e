package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Losses as text: {@code name} or {@code name:option=value,option=value}. */
final class LossNames {
  private static final String KNOWN =
      "cross-entropy, cross-entropy:smoothing=0.1,ignore=0, nll, nll:ignore=0, mse, l1, huber,"
          + " huber:delta=2 or bce";

  private LossNames() {}

  static Loss parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Map<String, Double> options = options(text, colon);
    Loss loss =
        switch (name) {
          case "cross-entropy" ->
              new CrossEntropy(ignored(text, options), take(options, "smoothing", 0));
          case "nll" -> new NegativeLogLikelihood(ignored(text, options));
          case "mse" -> new MeanSquaredError();
          case "l1" -> new AbsoluteError();
          case "huber" -> new HuberLoss(take(options, "delta", 1));
          case "bce" -> new BinaryCrossEntropy();
          default -> throw unknown(text);
        };
    if (!options.isEmpty()) {
      throw invalid(text, "no option " + options.keySet());
    }
    return loss;
  }

  private static Map<String, Double> options(String text, int colon) {
    Map<String, Double> options = new LinkedHashMap<>();
    if (colon < 0) {
      return options;
    }
    for (String option : Arrays.asList(text.substring(colon + 1).split(",", -1))) {
      int equals = option.indexOf('=');
      try {
        options.put(
            option.substring(0, Math.max(0, equals)), Double.valueOf(option.substring(equals + 1)));
      } catch (NumberFormatException e) {
        throw invalid(text, "options like ignore=0, with numbers");
      }
    }
    return options;
  }

  private static double take(Map<String, Double> options, String name, double fallback) {
    Double value = options.remove(name);
    return value == null ? fallback : value;
  }

  private static int ignored(String text, Map<String, Double> options) {
    double value = take(options, "ignore", CrossEntropy.NONE_IGNORED);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw invalid(text, "a whole number as the ignored label");
    }
    return (int) value;
  }

  private static ThalwegException unknown(String text) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NAME)
        .expected("one of " + KNOWN)
        .found("'" + text + "'")
        .next("leave the loss out to get the one that fits the targets");
  }

  private static ThalwegException invalid(String text, String expected) {
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected(expected)
        .found("'" + text + "'")
        .next("write one of " + KNOWN);
  }
}
