package org.thalweg.report.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;
import org.thalweg.figure.GroupStyle;
import org.thalweg.figure.GroupedValues;
import org.thalweg.figure.LabelledMatrix;
import org.thalweg.figure.PlaneMultiples;
import org.thalweg.figure.PointCloud;
import org.thalweg.report.EmbeddedNode;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;

/**
 * The numbers of figures as JSON for the page's script, with six digits: a picture shows no more,
 * and the tables have all of them.
 */
final class FigureData {
  private static final MathContext DIGITS = new MathContext(6);

  private FigureData() {}

  static void embed(GroupedValues values, EmbeddedNode node) {
    axis("axis", values.axis(), node);
    node.put("categoryName", values.categoryName())
        .put("categories", values.categories())
        .put("bars", values.bars())
        .put("width", values.width());
    List<EmbeddedNode> groups = node.objects("groups", values.groups().size());
    for (int k = 0; k < groups.size(); k++) {
      style(values.groups().get(k).name(), values.groups().get(k).style(), groups.get(k));
    }
    List<EmbeddedNode> entries = node.objects("entries", values.entries().size());
    for (int k = 0; k < entries.size(); k++) {
      GroupedValues.Entry entry = values.entries().get(k);
      String category = values.categories().get(entry.category());
      String name =
          values.groups().isEmpty()
              ? category
              : category + " · " + values.groups().get(entry.group()).name();
      style(name, entry.style(), entries.get(k));
      entries
          .get(k)
          .put("place", values.place(entry))
          .put("group", entry.group())
          .put("mean", rounded(entry.mean()))
          .put("low", rounded(entry.low()))
          .put("high", rounded(entry.high()))
          .put("each", rounded(entry.each()))
          .put("labels", entry.labels())
          .put(
              "places",
              java.util.stream.IntStream.range(0, entry.each().size())
                  .mapToDouble(i -> rounded(values.place(entry, i))));
    }
  }

  static void embed(PointCloud cloud, EmbeddedNode node) {
    axis("horizontal", cloud.horizontal(), node);
    axis("vertical", cloud.vertical(), node);
    List<EmbeddedNode> groups = node.objects("groups", cloud.groups().size());
    for (int k = 0; k < groups.size(); k++) {
      PointCloud.Group group = cloud.groups().get(k);
      style(group.name(), group.style(), groups.get(k));
      groups
          .get(k)
          .put("x", rounded(group.x()))
          .put("y", rounded(group.y()))
          .put("labels", group.labels());
    }
    curve(cloud.fit(), node.object("fit"));
  }

  static void embed(CurveBands bands, int columns, EmbeddedNode node) {
    node.put("columns", columns);
    axis("horizontal", bands.horizontal(), node);
    axis("vertical", bands.vertical(), node);
    List<EmbeddedNode> curves = node.objects("curves", bands.curves().size());
    for (int k = 0; k < curves.size(); k++) {
      curve(bands.curves().get(k), curves.get(k));
    }
  }

  static void embed(LabelledMatrix matrix, EmbeddedNode node) {
    node.put("valueName", matrix.valueName())
        .put("names", matrix.names())
        .put("values", rounded(matrix.values()))
        .put("colours", LabelledMatrix.colours());
  }

  static void embed(PlaneMultiples planes, int columns, EmbeddedNode node) {
    node.put("columns", columns)
        .put("alphaName", planes.alphaName())
        .put("betaName", planes.betaName())
        .put("sameExtent", planes.sameExtent())
        .put("display", planes.scale(), planes.levels());
    List<EmbeddedNode> parts = node.objects("parts", planes.parts().size());
    for (int k = 0; k < parts.size(); k++) {
      PlaneMultiples.Part part = planes.parts().get(k);
      parts
          .get(k)
          .put("name", part.name())
          .put("alpha", rounded(part.surface().alpha()))
          .put("beta", rounded(part.surface().beta()))
          .put("loss", rounded(part.surface().loss()))
          .put("pathAlpha", rounded(part.alpha()))
          .put("pathBeta", rounded(part.beta()));
    }
  }

  private static void curve(CurveBands.Curve curve, EmbeddedNode node) {
    style(curve.name(), curve.style(), node);
    node.put("x", rounded(curve.x()))
        .put("y", rounded(curve.y()))
        .put("low", rounded(curve.low()))
        .put("high", rounded(curve.high()));
  }

  private static void axis(String name, AxisChoice axis, EmbeddedNode node) {
    node.object(name).put("name", axis.name()).put("logarithmic", axis.logarithmic());
  }

  private static void style(String name, GroupStyle style, EmbeddedNode node) {
    node.put("name", name)
        .put("colour", style.hex())
        .put("symbol", style.symbol())
        .put("dash", style.dash());
  }

  private static DoubleStream rounded(Values values) {
    return values.stream().map(FigureData::rounded);
  }

  private static Grid rounded(Grid grid) {
    return new Grid(grid.rows(), grid.columns(), Values.of(rounded(grid.values()).toArray()));
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
