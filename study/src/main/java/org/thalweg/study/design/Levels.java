package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A factor as the file describes it: what each of its levels says about the training.
 *
 * @param factor name, title, levels
 * @param place where it begins
 * @param settings by level
 * @param places by level
 */
record Levels(
    Factor factor, Place place, Map<String, TrainingSettings> settings, Map<String, Place> places) {
  static final List<String> KEYS = List.of("title", "ordered", "option", "levels");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  Levels {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    places = Map.copyOf(places);
  }

  /** The factors of the block, none if there is none. */
  static List<Levels> read(Optional<YamlNode> block) {
    List<Levels> all = new ArrayList<>();
    block.ifPresent(
        factors ->
            factors
                .mapping()
                .entries()
                .forEach((name, node) -> all.add(read(name, factors.mapping().place(name), node))));
    refuseRivals(all);
    return List.copyOf(all);
  }

  private static Levels read(String name, Place place, YamlNode node) {
    if (!NAME.matcher(name).matches()) {
      throw YamlNode.error(
          place,
          "a factor's name of small letters, digits, '-' and '_', e.g. batch",
          "'" + name + "'",
          "choose another name; 'title:' may be anything");
    }
    if (node instanceof YamlSequence list) {
      return simple(name, name, place, list, Optional.empty());
    }
    YamlMapping block = node.mapping().only(KEYS);
    YamlNode levels = block.require("levels", "[…]");
    Optional<String> option =
        block.value("option").map(value -> value.oneOf(TrainingSettings.NAMES));
    if (levels instanceof YamlSequence list) {
      return simple(name, option.orElse(name), place, list, Optional.of(block));
    }
    Map<String, TrainingSettings> settings = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    YamlMapping named = levels.mapping();
    named
        .entries()
        .forEach(
            (level, value) -> {
              settings.put(level, settings(value, option.orElse(name)));
              places.put(level, named.place(level));
            });
    return of(name, place, settings, places, Optional.of(block), false);
  }

  private static TrainingSettings settings(YamlNode value, String option) {
    if (value instanceof YamlMapping block) {
      return TrainingSettings.of(block);
    }
    requireOption(option, value);
    return TrainingSettings.of(option, value.scalar());
  }

  private static Levels simple(
      String name, String option, Place place, YamlSequence list, Optional<YamlMapping> block) {
    requireOption(option, list);
    Map<String, TrainingSettings> settings = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    boolean numbers = true;
    for (YamlNode item : list.items()) {
      YamlScalar value = item.scalar();
      String level = value.text();
      if (settings.put(level, TrainingSettings.of(option, value)) != null) {
        throw value.wrong("every level once", "remove one of the two");
      }
      places.put(level, value.place());
      numbers &= value.kind() == YamlScalar.Kind.WHOLE || value.kind() == YamlScalar.Kind.NUMBER;
    }
    return of(name, place, settings, places, block, numbers);
  }

  private static void requireOption(String option, YamlNode value) {
    if (!TrainingSettings.NAMES.contains(option)) {
      throw YamlNode.error(
          value.place(),
          "levels with training options, e.g. {lr: 0.1}; single values only for a factor with"
              + " 'option:' or the name of an option of thalweg train",
          value.describe(),
          "add a line such as  option: net  to the factor");
    }
  }

  private static Levels of(
      String name,
      Place place,
      Map<String, TrainingSettings> settings,
      Map<String, Place> places,
      Optional<YamlMapping> block,
      boolean numbers) {
    if (settings.isEmpty()) {
      throw YamlNode.error(
          place,
          "at least one level in '" + name + "'",
          "none",
          "add levels, or remove the factor");
    }
    String title = block.flatMap(found -> found.value("title")).map(YamlScalar::text).orElse(name);
    boolean ordered =
        block.flatMap(found -> found.value("ordered")).map(YamlScalar::truth).orElse(numbers);
    return new Levels(
        new Factor(name, title, List.copyOf(settings.keySet()), ordered), place, settings, places);
  }

  /** Two factors must not set the same option: which would win? */
  private static void refuseRivals(List<Levels> all) {
    Map<String, String> owner = new LinkedHashMap<>();
    for (Levels levels : all) {
      for (TrainingSettings settings : levels.settings.values()) {
        settings
            .options()
            .forEach(
                (option, value) -> {
                  String other = owner.putIfAbsent(option, levels.factor.name());
                  if (other != null && !other.equals(levels.factor.name())) {
                    throw YamlNode.error(
                        value.place(),
                        "every training option set by one factor only",
                        "'%s', which the factor '%s' sets too".formatted(option, other),
                        "leave it out of one of the two factors");
                  }
                });
      }
    }
  }

  /** The settings of a level that somebody names. */
  TrainingSettings named(YamlScalar level) {
    return settings.getOrDefault(level.oneOf(settings.keySet()), TrainingSettings.NONE);
  }
}
