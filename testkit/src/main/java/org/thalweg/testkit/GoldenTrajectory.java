package org.thalweg.testkit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import tools.jackson.databind.JsonNode;

/**
 * The snapshots of a training of {@code mlp-digits}, and what NumPy and PyTorch say of them in
 * float64.
 *
 * @param snapshots in the order of time
 * @param principalDirections the first ones
 * @param mean of all snapshots
 * @param reference numbers by name
 */
@SuppressWarnings("ArrayRecordComponent") // reference values, never compared
public record GoldenTrajectory(
    List<double[]> snapshots,
    List<double[]> principalDirections,
    double[] mean,
    JsonNode reference) {
  public static GoldenTrajectory load() {
    String resource = "golden/mlp-digits/trajectory.npz";
    try (InputStream stream = GoldenTrajectory.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new FileNotFoundException(resource);
      }
      Map<String, NumericArray> arrays = Npz.read(stream);
      return new GoldenTrajectory(
          rows(arrays.get("snapshots")),
          rows(arrays.get("principal_directions")),
          rows(arrays.get("mean")).get(0),
          GoldenCase.load("mlp-digits").reference().path("trajectory"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of numbers, e.g. {@code numbers("loss")}. */
  public double[] numbers(String name) {
    return node(name).valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  /** One column of a table, e.g. {@code column("projections", 0)}. */
  public double[] column(String name, int k) {
    return node(name).valueStream().mapToDouble(row -> row.path(k).asDouble()).toArray();
  }

  private JsonNode node(String name) {
    JsonNode node = reference.path(name);
    if (node.isMissingNode()) {
      throw new IllegalArgumentException("no value " + name);
    }
    return node;
  }

  private static List<double[]> rows(@Nullable NumericArray array) {
    if (array == null) {
      throw new IllegalArgumentException("an array is missing");
    }
    double[] all = array.toDoubles();
    int rank = array.shape().size();
    int rows = rank == 1 ? 1 : array.shape().get(0);
    int length = all.length / rows;
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      found.add(Arrays.copyOfRange(all, i * length, (i + 1) * length));
    }
    return found;
  }
}
