package org.thalweg.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;

/** Data that another program prepared from the same sources. */
final class Golden {
  private Golden() {}

  static Map<String, NumericArray> data(String golden) {
    String path = "/org/thalweg/testkit/golden/" + golden + "/data.npz";
    try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(path))) {
      return Npz.read(in);
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
