package org.thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.testkit.DamagedInputs;

/** Safetensors read from memory, where ten thousand damaged files take a second. */
class SafetensorsFuzzTest {
  private static final int INPUTS = 10_000;

  @Test
  void damagedFilesAreArraysOrCodedErrors() throws IOException {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("weight", NumericArray.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
    arrays.put("bias", NumericArray.of(new double[] {7, 8, 9}, 3));
    arrays.put("steps", NumericArray.of(new long[] {10}, 1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(arrays, out);
    int read =
        new DamagedInputs("safetensors", out.toByteArray(), INPUTS)
            .read(bytes -> Safetensors.read(new ByteArrayInputStream(bytes)));
    // Changed numbers and names are still arrays.
    assertThat(read).isBetween(INPUTS / 20, INPUTS / 2);
  }

  @Test
  void damagedNpyFromMemory() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(NumericArray.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2), out);
    int read =
        new DamagedInputs("npy-stream", out.toByteArray(), INPUTS)
            .read(bytes -> Npy.read(new ByteArrayInputStream(bytes)));
    assertThat(read).isBetween(1, INPUTS - 1);
  }
}
