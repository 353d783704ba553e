package org.thalweg.study.design;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and values.
 *
 * @param key under which it stands
 * @param place of that key
 * @param entries by key, in the order of the file
 * @param keys where each key stands
 */
public record YamlMapping(
    String key, Place place, Map<String, YamlNode> entries, Map<String, Place> keys)
    implements YamlNode {
  public YamlMapping {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keys = Map.copyOf(keys);
  }

  @Override
  public YamlMapping mapping() {
    return this;
  }

  @Override
  public String describe() {
    return entries.isEmpty()
        ? "no keys at all"
        : "keys and values (" + String.join(", ", entries.keySet()) + ")";
  }

  /** Where a key stands; the place of the whole if there is no such key. */
  public Place place(String name) {
    return keys.getOrDefault(name, place);
  }

  /** The value of a key, if there is one. */
  public Optional<YamlNode> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The single value of a key, if there is one. */
  public Optional<YamlScalar> value(String name) {
    return find(name).map(YamlNode::scalar);
  }

  /**
   * The value of a key that must be there.
   *
   * @param example what could stand there, for the message
   */
  public YamlNode require(String name, String example) {
    return find(name)
        .orElseThrow(
            () ->
                YamlNode.error(
                    place,
                    "the key '%s'%s".formatted(name, key.isEmpty() ? "" : " in '" + key + "'"),
                    describe(),
                    "add a line such as  " + name + ": " + example));
  }

  /** Refuses every key that is not one of these. */
  public YamlMapping only(Collection<String> known) {
    for (String name : entries.keySet()) {
      if (!known.contains(name)) {
        throw YamlNode.error(
            place(name),
            "one of the keys "
                + String.join(", ", known)
                + (key.isEmpty() ? "" : " in '" + key + "'"),
            "'" + name + "'",
            YamlScalar.nextTo(known, name, place(name)));
      }
    }
    return this;
  }
}
