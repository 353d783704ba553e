package org.thalweg.study.design;

import java.util.List;

/**
 * A list.
 *
 * @param key under which it stands
 * @param place of the key, or of its first item
 * @param items in the order of the file
 */
public record YamlSequence(String key, Place place, List<YamlNode> items) implements YamlNode {
  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public YamlSequence sequence() {
    return this;
  }

  @Override
  public String describe() {
    return items.isEmpty() ? "an empty list" : "a list";
  }

  /** Every item as text. */
  public List<String> texts() {
    return items.stream().map(item -> item.scalar().text()).toList();
  }
}
