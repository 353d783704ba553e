package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON for people: whatever fits stands on one line, and so does every array of plain values
 * however long; of everything else each element has a line of its own. A surface is thus written
 * row by row.
 */
final class JsonText {
  private static final int WIDTH = 80;

  private JsonText() {}

  static String of(JsonNode node) {
    StringBuilder text = new StringBuilder();
    append(node, "", text);
    return text.toString();
  }

  private static void append(JsonNode node, String indent, StringBuilder text) {
    String compact = node.toString();
    // The outermost document is always spread out.
    boolean fits = !indent.isEmpty() && compact.length() <= WIDTH;
    if (node.isEmpty() || fits || isRow(node)) {
      text.append(compact);
      return;
    }
    String inner = indent + "  ";
    text.append(node.isObject() ? "{" : "[");
    String separator = "\n";
    List<String> keys = new ArrayList<>(node.propertyNames());
    for (int i = 0; i < node.size(); i++) {
      text.append(separator).append(inner);
      if (node.isObject()) {
        text.append(JsonNodeFactory.instance.stringNode(keys.get(i))).append(": ");
        append(node.get(keys.get(i)), inner, text);
      } else {
        append(node.get(i), inner, text);
      }
      separator = ",\n";
    }
    text.append("\n").append(indent).append(node.isObject() ? "}" : "]");
  }

  private static boolean isRow(JsonNode node) {
    return node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode);
  }
}
