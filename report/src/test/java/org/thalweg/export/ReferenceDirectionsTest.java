package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

class ReferenceDirectionsTest {
  @TempDir Path folder;

  private static ParameterLayout layout() {
    ParameterLayout.Builder builder =
        ParameterLayout.builder()
            .add("conv.weight", ParameterKind.WEIGHT, 2, 3, 2, 2)
            .add("conv.bias", ParameterKind.BIAS, 2);
    for (int k = 2; k < 12; k++) {
      builder.add("scale" + k, ParameterKind.NORM, 1);
    }
    return builder.build();
  }

  /** What make_reference_files.py writes. */
  private static double[] expected(int sign) {
    double[] values = new double[36];
    IntStream.range(0, 24).forEach(i -> values[i] = (double) sign * i);
    values[24] = sign * 100;
    values[25] = sign * 101;
    IntStream.range(2, 12).forEach(k -> values[24 + k] = sign * 1000 * k);
    return values;
  }

  @Test
  void readsTheDirectionsOfTheTool() {
    ReferenceDirections read = ReferenceDirections.read(SampleResults.reference("directions.h5"));
    assertThat(read.directions()).hasSize(2);
    assertThat(read.flat(0, layout())).containsExactly(expected(1));
    assertThat(read.flat(1, layout())).containsExactly(expected(-1));
  }

  @Test
  void readsCountersOfStates() {
    ReferenceDirections read = ReferenceDirections.read(SampleResults.reference("states.h5"));
    assertThat(read.directions()).hasSize(1);
    assertThat(read.directions().get(0).get(0).toDoubles()).containsExactly(1.5, 2.5);
    assertThat(read.directions().get(0).get(1).shape()).isEmpty();
    assertThat(read.directions().get(0).get(1).toDoubles()).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writesOneDatasetForEachTensor(boolean single) {
    Path file = folder.resolve("directions.h5");
    List<double[]> both = List.of(expected(1), expected(-1));
    ReferenceDirections.of(layout(), single, both).write(file);
    try (HdfFile hdf = new HdfFile(file)) {
      assertThat(hdf.getChildren().keySet()).containsExactlyInAnyOrder("xdirection", "ydirection");
      assertThat(hdf.getDatasetByPath("xdirection/0").getDimensions()).containsExactly(2, 3, 2, 2);
      assertThat(hdf.getDatasetByPath("xdirection/1").getDimensions()).containsExactly(2);
      assertThat(hdf.getDatasetByPath("ydirection/11").getDataFlat())
          .isEqualTo(single ? new float[] {-11000} : new double[] {-11000});
    }
    ReferenceDirections read = ReferenceDirections.read(file);
    assertThat(read.flat(0, layout())).containsExactly(expected(1));
    assertThat(read.flat(1, layout())).containsExactly(expected(-1));
  }

  @Test
  void float64LosesNothing() {
    ParameterLayout one = ParameterLayout.builder().add("w", ParameterKind.WEIGHT, 1, 2).build();
    double[] direction = {1.0 / 3, Double.MIN_VALUE};
    Path file = folder.resolve("d.h5");
    ReferenceDirections.of(one, false, List.of(direction)).write(file);
    assertThat(ReferenceDirections.read(file).flat(0, one)).containsExactly(direction);
    ReferenceDirections.of(one, true, List.of(direction)).write(file);
    assertThat(ReferenceDirections.read(file).flat(0, one)).containsExactly((float) (1.0 / 3), 0);
  }

  @Test
  void otherNetworksAreRefused() {
    ReferenceDirections read = ReferenceDirections.read(SampleResults.reference("directions.h5"));
    ParameterLayout transposed =
        ParameterLayout.builder().add("conv.weight", ParameterKind.WEIGHT, 3, 2, 2, 2).build();
    assertThatThrownBy(() -> read.flat(0, transposed))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
    assertThatThrownBy(
            () -> ReferenceDirections.of(layout(), true, List.of(Arrays.copyOf(expected(1), 35))))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("36 components");
  }

  @Test
  void aSurfaceFileHasNoDirections() {
    assertThatThrownBy(() -> ReferenceDirections.read(SampleResults.reference("square.h5")))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_FORMAT))
        .hasMessageContaining("xdirection/0");
  }
}
