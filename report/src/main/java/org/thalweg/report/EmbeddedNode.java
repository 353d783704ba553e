package org.thalweg.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thalweg.result.Grid;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object inside the page; numbers that are not finite are strings in it. */
final class EmbeddedNode {
  private final ObjectNode node;

  EmbeddedNode(ObjectNode node) {
    this.node = node;
  }

  EmbeddedNode object(String name) {
    return new EmbeddedNode(node.putObject(name));
  }

  /** One object for each of so many, to be filled. */
  List<EmbeddedNode> objects(String name, int count) {
    ArrayNode array = node.putArray(name);
    return IntStream.range(0, count).mapToObj(i -> new EmbeddedNode(array.addObject())).toList();
  }

  EmbeddedNode put(String name, String text) {
    node.put(name, text);
    return this;
  }

  EmbeddedNode put(String name, boolean truth) {
    node.put(name, truth);
    return this;
  }

  EmbeddedNode put(String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.put(name, Double.toString(value));
    }
    return this;
  }

  EmbeddedNode put(String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
    return this;
  }

  EmbeddedNode put(String name, DoubleStream values) {
    ArrayNode array = node.putArray(name);
    values.forEach(value -> add(array, value));
    return this;
  }

  EmbeddedNode put(String name, Grid grid) {
    ArrayNode rows = node.putArray(name);
    for (int i = 0; i < grid.rows(); i++) {
      int row = i;
      ArrayNode array = rows.addArray();
      IntStream.range(0, grid.columns()).forEach(j -> add(array, grid.get(row, j)));
    }
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
