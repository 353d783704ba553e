package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.array.NumericArray;
import org.thalweg.figure.SampleTrajectory;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.TrajectoryResult;
import tools.jackson.databind.node.ObjectNode;

class TrajectoryFormatTest {
  private static final TrajectoryResult PATH = SampleTrajectory.full();
  private static final TrajectoryFormat FORMAT = new TrajectoryFormat();

  @Test
  void namesInTheDocument() {
    ObjectNode values = FORMAT.values(PATH);
    assertThat(values.propertyNames())
        .containsExactly(
            "step",
            "epoch",
            "omittedSteps",
            "variance",
            "projection",
            "centredProjection",
            "geometry",
            "losses",
            "line",
            "plane",
            "curvature");
    assertThat(values.at("/variance/0/explainedVarianceRatio/0").asDouble())
        .isEqualTo(PATH.mainVariance().ratios().get(0));
    assertThat(values.at("/projection/coordinates/3/1").asDouble())
        .as("snapshot first, component second")
        .isEqualTo(PATH.projection().coordinates().get(3, 1));
    assertThat(values.at("/projection/offPlane/3").asDouble())
        .isEqualTo(PATH.projection().offPlane().get(3));
    assertThat(values.at("/plane/loss/2/1").asDouble())
        .isEqualTo(PATH.plane().orElseThrow().loss().get(2, 1));
    assertThat(values.at("/curvature/stabilityThreshold/value").asDouble()).isEqualTo(38);
    assertThat(values.at("/curvature/points/1/snapshot").asInt()).isEqualTo(3);
    assertThat(values.at("/geometry/stepLength/0").asString()).isEqualTo("NaN");
  }

  @Test
  void aRowForEachSnapshot() {
    Table table = FORMAT.table(PATH);
    assertThat(table.rows()).hasSize(25);
    List<String> row = table.rows().get(3);
    assertThat(cell(table, row, "step")).isEqualTo(141);
    assertThat(cell(table, row, "pc2")).isEqualTo(PATH.projection().coordinates().get(3, 1));
    assertThat(cell(table, row, "offPlane")).isEqualTo(PATH.projection().offPlane().get(3));
    assertThat(cell(table, row, "projectedLoss")).isEqualTo(PATH.losses().projectedLoss().get(3));
    PathCurvature.Point second = PATH.curvature().orElseThrow().points().get(1);
    assertThat(cell(table, row, "lambda1")).isEqualTo(second.largest().value());
    assertThat(cell(table, table.rows().get(4), "lambda1")).as("not measured there").isNaN();
    assertThat(FORMAT.table(SampleTrajectory.line()).columns())
        .doesNotContain("pc2", "lambda1")
        .contains("pc1");
  }

  private static double cell(Table table, List<String> row, String column) {
    return Double.parseDouble(row.get(table.columns().indexOf(column)));
  }

  @Test
  void arraysHaveTheShapesOfTheirAxes() {
    Map<String, NumericArray> arrays = FORMAT.arrays(PATH);
    assertThat(arrays.get("coordinates")).isNotNull();
    assertThat(arrays).containsKeys("offPlane", "line/alpha", "plane/alpha", "plane/loss");
    NumericArray loss = arrays.get("plane/loss");
    assertThat(loss == null ? List.of() : loss.shape()).containsExactly(31, 21);
  }
}
