package org.thalweg.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thalweg.figure.FieldScale;
import org.thalweg.figure.NumberText;
import org.thalweg.result.Grid;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object inside a page; numbers that are not finite are strings in it. */
public final class EmbeddedNode {
  private final ObjectNode node;

  private EmbeddedNode(ObjectNode node) {
    this.node = node;
  }

  /** An empty object. */
  public static EmbeddedNode root() {
    return new EmbeddedNode(JsonMapper.shared().createObjectNode());
  }

  /** JSON that can stand inside a script element: it contains no {@code <}. */
  public String text() {
    return JsonMapper.shared().writeValueAsString(node).replace("<", "\\u003c");
  }

  /** An object in this one, to be filled. */
  public EmbeddedNode object(String name) {
    return new EmbeddedNode(node.putObject(name));
  }

  /** One object for each of so many, to be filled. */
  public List<EmbeddedNode> objects(String name, int count) {
    ArrayNode array = node.putArray(name);
    return IntStream.range(0, count).mapToObj(i -> new EmbeddedNode(array.addObject())).toList();
  }

  public EmbeddedNode put(String name, String text) {
    node.put(name, text);
    return this;
  }

  public EmbeddedNode put(String name, boolean truth) {
    node.put(name, truth);
    return this;
  }

  public EmbeddedNode put(String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.put(name, Double.toString(value));
    }
    return this;
  }

  public EmbeddedNode put(String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
    return this;
  }

  public EmbeddedNode put(String name, DoubleStream values) {
    ArrayNode array = node.putArray(name);
    values.forEach(value -> add(array, value));
    return this;
  }

  /** Rows of rows: {@code [i][j]} as in the grid. */
  public EmbeddedNode put(String name, Grid grid) {
    ArrayNode rows = node.putArray(name);
    for (int i = 0; i < grid.rows(); i++) {
      int row = i;
      ArrayNode array = rows.addArray();
      IntStream.range(0, grid.columns()).forEach(j -> add(array, grid.get(row, j)));
    }
    return this;
  }

  /** What the static figure decided, so that both kinds of picture agree. */
  public EmbeddedNode put(String name, FieldScale scale) {
    return put(name, scale, scale.levels());
  }

  /** A scale with levels of its own choice. */
  public EmbeddedNode put(String name, FieldScale scale, List<Double> levels) {
    object(name)
        .put("logarithmic", scale.logarithmic())
        .put("range", DoubleStream.of(scale.low(), scale.high()))
        .put("cutOff", scale.isCutOff())
        .put("levels", levels.stream().mapToDouble(level -> level))
        .put("labels", levels.stream().map(level -> NumberText.of(level, 3)).toList());
    return this;
  }

  private static void add(ArrayNode array, double value) {
    if (Double.isFinite(value)) {
      array.add(value);
    } else {
      array.add(Double.toString(value));
    }
  }
}
