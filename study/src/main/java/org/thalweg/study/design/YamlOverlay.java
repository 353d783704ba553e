package org.thalweg.study.design;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes laid over a file: keys are added or replaced, keys inside keys one by one, lists and
 * single values as a whole; {@code ~} removes a key.
 */
final class YamlOverlay {
  private YamlOverlay() {}

  static YamlMapping of(YamlMapping base, YamlMapping changes) {
    Map<String, YamlNode> entries = new LinkedHashMap<>(base.entries());
    Map<String, Place> keys = new LinkedHashMap<>(base.keys());
    changes
        .entries()
        .forEach(
            (key, change) -> {
              YamlNode below = entries.get(key);
              if (change.nothing()) {
                if (below == null) {
                  throw change.wrong("a value; '~' only removes what is there without the scale");
                }
                entries.remove(key);
              } else if (below instanceof YamlMapping one && change instanceof YamlMapping other) {
                entries.put(key, of(one, other));
              } else {
                entries.put(key, change);
                keys.put(key, changes.place(key));
              }
            });
    return new YamlMapping(base.key(), base.place(), entries, keys);
  }
}
