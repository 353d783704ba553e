package org.thalweg.torch.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The networks of {@code make_models.py} and what PyTorch computed with them. */
final class PythonCase {
  static final ObjectiveOptions FLOAT64 =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64);

  private PythonCase() {}

  static Path file(String name) {
    try {
      URL url = Objects.requireNonNull(PythonCase.class.getResource(name), name);
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode expected(String... path) {
    try (InputStream stream = PythonCase.class.getResourceAsStream("expected.json")) {
      JsonNode node = JsonMapper.shared().readTree(stream);
      for (String key : path) {
        node = Objects.requireNonNull(node.get(key), key);
      }
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] numbers(String... path) {
    return expected(path).valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  static float[] floats(String... path) {
    double[] numbers = numbers(path);
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** v = (1, −1, 1, …). */
  static double[] alternating(int dimension) {
    double[] v = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      v[i] = i % 2 == 0 ? 1 : -1;
    }
    return v;
  }

  /** Loss, gradient and Hv against the numbers at {@code path}. */
  static void compare(NetworkObjective objective, String... path) {
    JsonNode numbers = expected(path);
    try (Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = objective.space().of(alternating(objective.layout().dimension()));
        LinearOperator hessian = objective.hessian(theta);
        Vector product = hessian.apply(v)) {
      double loss = numbers.get("loss").asDouble();
      RelativeError.atMost(1e-12, "loss", objective.evaluate(theta).loss(), loss);
      RelativeError.atMost(1e-12, "loss", objective.gradient(theta, gradient).loss(), loss);
      double[] expectedGradient = PythonCase.numbers(join(path, "gradient"));
      RelativeError.atMost(1e-10, "gradient", gradient.toArray(), expectedGradient);
      double[] expectedProduct = PythonCase.numbers(join(path, "product"));
      RelativeError.atMost(1e-10, "Hv", product.toArray(), expectedProduct);
    }
  }

  private static String[] join(String[] path, String last) {
    String[] all = java.util.Arrays.copyOf(path, path.length + 1);
    all[path.length] = last;
    return all;
  }
}
