package org.thalweg.testkit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small trained network, its data, and what its loss landscape is according to PyTorch in
 * float64.
 *
 * @param name e.g. {@code "cnn-mnist"}
 * @param weights by name, in the order of the flat vector, float32
 * @param x inputs, float32
 * @param y labels (int64) or targets (float32)
 * @param directions flat: {@code d1}, {@code d2}, {@code v} raw; {@code d1_filter}, {@code
 *     d2_filter}, {@code d1_layer}, {@code d2_layer} normalised
 * @param vectors {@code grad}, {@code Hv} for {@code v} of the directions, {@code outputs}, {@code
 *     hessian_eigenvectors_top2} and others
 * @param reference scalars, curves, formulas and tolerances
 */
public record GoldenCase(
    String name,
    Map<String, NumericArray> weights,
    NumericArray x,
    NumericArray y,
    Map<String, NumericArray> directions,
    Map<String, NumericArray> vectors,
    JsonNode reference) {
  public GoldenCase {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    directions = Collections.unmodifiableMap(new LinkedHashMap<>(directions));
    vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
  }

  /** The cases of networks that Thalweg builds itself. */
  public static List<String> names() {
    return List.of("mlp-regression", "mlp-digits", "cnn-mnist", "rescnn-mnist");
  }

  /** All cases; each has its network as TorchScript. */
  public static List<String> scriptNames() {
    return List.of(
        "mlp-regression",
        "mlp-digits",
        "cnn-mnist",
        "rescnn-mnist",
        "resnet-bn-cifar",
        "transformer-text",
        "transformer-nnencoder");
  }

  /** The bytes of the network as a TorchScript file. */
  public byte[] script() {
    try (InputStream stream = open(name, "model.pt")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static GoldenCase load(String name) {
    Map<String, NumericArray> data = arrays(name, "data.npz");
    return new GoldenCase(
        name,
        arrays(name, "weights.npz"),
        of(data, "x"),
        of(data, "y"),
        arrays(name, "directions.npz"),
        arrays(name, "vectors.npz"),
        json(name));
  }

  /** θ: the weights one after another, in float64. */
  public double[] parameters() {
    return weights.values().stream()
        .flatMapToDouble(array -> Arrays.stream(array.toDoubles()))
        .toArray();
  }

  /**
   * θ of a second network, trained from another start and in another order, to which {@code
   * reference().path("connectivity")} is the straight way; only some cases have one.
   */
  public double[] secondParameters() {
    return arrays(name, "weights_b.npz").values().stream()
        .flatMapToDouble(array -> Arrays.stream(array.toDoubles()))
        .toArray();
  }

  /** How θ is divided; everything that is not called a bias is a weight. */
  public ParameterLayout layout() {
    ParameterLayout.Builder layout = ParameterLayout.builder();
    weights.forEach(
        (parameter, array) ->
            layout.add(
                parameter,
                parameter.endsWith("bias") ? ParameterKind.BIAS : ParameterKind.WEIGHT,
                array.shape().toArray(Integer[]::new)));
    return layout.build();
  }

  /** The weights of one tensor, e.g. {@code "fc.bias"}. */
  public NumericArray weight(String key) {
    return of(weights, key);
  }

  /** A flat direction in float64, e.g. {@code "d1_filter"}. */
  public double[] direction(String key) {
    return of(directions, key).toDoubles();
  }

  /** A reference vector in float64, e.g. {@code "Hv"}. */
  public double[] vector(String key) {
    return of(vectors, key).toDoubles();
  }

  /** A number under {@code values}, e.g. {@code number("loss")}. */
  public double number(String... path) {
    return node(path).asDouble();
  }

  /** A list of numbers under {@code values}, e.g. {@code numbers("slice_1d", "alpha")}. */
  public double[] numbers(String... path) {
    return doubles(node(path));
  }

  /** A table of numbers under {@code values}, e.g. {@code table("surface_2d", "loss")}. */
  public double[][] table(String... path) {
    return node(path).valueStream().map(GoldenCase::doubles).toArray(double[][]::new);
  }

  private JsonNode node(String... path) {
    JsonNode node = reference.path("values");
    for (String key : path) {
      node = node.path(key);
    }
    if (node.isMissingNode()) {
      throw new IllegalArgumentException(name + " has no value " + String.join(".", path));
    }
    return node;
  }

  private static double[] doubles(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static NumericArray of(Map<String, NumericArray> arrays, String key) {
    NumericArray array = arrays.get(key);
    if (array == null) {
      throw new IllegalArgumentException("no array " + key + "; there are " + arrays.keySet());
    }
    return array;
  }

  private static Map<String, NumericArray> arrays(String name, String file) {
    try (InputStream stream = open(name, file)) {
      return Npz.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String name) {
    try (InputStream stream = open(name, "reference.json")) {
      return JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name, String file) throws IOException {
    String resource = "golden/" + name + "/" + file;
    InputStream stream = GoldenCase.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException("no golden case " + name + "; there are " + names());
    }
    return stream;
  }
}
