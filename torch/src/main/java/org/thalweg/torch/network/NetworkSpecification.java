package org.thalweg.torch.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The description of a built-in network, e.g. {@code cnn:16,16} with ReLU. Knows nothing of
 * libtorch.
 *
 * @param family what kind of network
 * @param widths hidden neurons or channels, layer by layer; none for {@code mlp} alone, which is
 *     then a linear model
 * @param activation φ between the layers
 */
public record NetworkSpecification(
    NetworkFamily family, List<Integer> widths, Activation activation) {
  private static final int WIDEST = 1 << 20;
  private static final String POSSIBLE =
      "mlp:256, resmlp:20,20, cnn:16,16 or rescnn:16,16, with widths of your own between 1 and "
          + WIDEST;

  public NetworkSpecification {
    widths = List.copyOf(widths);
    String description = describe(family, widths);
    if (widths.isEmpty() && family != NetworkFamily.MLP) {
      throw unknown(description, "name at least one width, e.g. " + family.text() + ":16");
    }
    if (widths.stream().anyMatch(width -> width < 1 || width > WIDEST)) {
      throw unknown(description, "give every layer a width between 1 and " + WIDEST);
    }
  }

  /**
   * Reads a description as the command line takes it.
   *
   * @param description family and widths, e.g. {@code mlp:16,16,16}; {@code mlp} alone is a linear
   *     model
   * @throws ThalwegException {@code UNKNOWN_NETWORK} when it means nothing
   */
  public static NetworkSpecification parse(String description, Activation activation) {
    int colon = description.indexOf(':');
    String name = colon < 0 ? description : description.substring(0, colon);
    NetworkFamily family =
        Arrays.stream(NetworkFamily.values())
            .filter(known -> known.text().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(description, "choose one of these families"));
    List<Integer> widths =
        colon < 0
            ? List.of()
            : Arrays.stream(description.substring(colon + 1).split(",", -1))
                .map(width -> width(width, description))
                .toList();
    return new NetworkSpecification(family, widths, activation);
  }

  /** Family and widths as {@link #parse} reads them. */
  public String description() {
    return describe(family, widths);
  }

  @Override
  public String toString() {
    return description() + " " + activation.text();
  }

  private static String describe(NetworkFamily family, List<Integer> widths) {
    return widths.isEmpty()
        ? family.text()
        : widths.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", family.text() + ":", ""));
  }

  private static int width(String text, String description) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw unknown(description, "write the widths as whole numbers with commas, e.g. 16,16");
    }
  }

  private static ThalwegException unknown(String description, String next) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NETWORK)
        .expected("a network like " + POSSIBLE)
        .found("'" + description + "'")
        .next(next);
  }
}
