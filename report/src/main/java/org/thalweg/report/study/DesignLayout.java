package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thalweg.figure.GroupStyle;
import org.thalweg.figure.GroupedValues;
import org.thalweg.study.design.Cell;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Study;

/**
 * Where the cells of a design stand in pictures and how they look, the same on the whole page. With
 * one factor that varies, its levels are the categories, each with a colour and a marker of its
 * own. With more, the last one gives the colour and stands side by side within the categories,
 * which are the combinations of the others and give the marker.
 */
final class DesignLayout {
  private static final int MOST_COLUMNS = 4;

  private final Study study;
  private final List<Factor> varying;
  private final List<String> categories;
  private final List<String> groups;

  DesignLayout(Study study) {
    this.study = study;
    this.varying =
        study.factors().stream()
            .filter(factor -> levelsOf(factor, study.cells()).size() > 1)
            .toList();
    this.groups = grouping().map(this::ordered).orElse(List.of());
    Set<String> names = new LinkedHashSet<>();
    study.cells().forEach(cell -> names.add(category(cell.levels())));
    this.categories = List.copyOf(names);
  }

  List<String> categories() {
    return categories;
  }

  /** What the categories are. */
  String categoryName() {
    QuantityWords words = new QuantityWords(study);
    return categoryFactors().stream()
        .map(factor -> words.factor(factor.name()))
        .collect(Collectors.joining(" · "));
  }

  /** Side by side within a category; empty where the categories say all. */
  List<GroupedValues.NamedGroup> groups() {
    List<GroupedValues.NamedGroup> named = new ArrayList<>();
    for (int k = 0; k < groups.size(); k++) {
      named.add(new GroupedValues.NamedGroup(groups.get(k), new GroupStyle(k, 0)));
    }
    return named;
  }

  /** In how many columns so many panels stand: a group each where that fits. */
  int columns(int panels) {
    if (groups.size() >= 2 && groups.size() <= MOST_COLUMNS) {
      return Math.min(panels, groups.size());
    }
    return Math.min(panels, panels % MOST_COLUMNS == 0 ? MOST_COLUMNS : MOST_COLUMNS - 1);
  }

  int categoryIndex(Map<String, String> levels) {
    return categories.indexOf(category(levels));
  }

  /** 0 where there are no groups. */
  int groupIndex(Map<String, String> levels) {
    return grouping()
        .map(factor -> groups.indexOf(levels.getOrDefault(factor.name(), "")))
        .orElse(0);
  }

  GroupStyle style(Map<String, String> levels) {
    int category = Math.max(0, categoryIndex(levels));
    return groups.isEmpty()
        ? GroupStyle.of(category)
        : new GroupStyle(Math.max(0, groupIndex(levels)), category);
  }

  /** The cells' levels by name, in the order of the design. */
  Map<String, Map<String, String>> cells() {
    Map<String, Map<String, String>> cells = new LinkedHashMap<>();
    study.cells().forEach(cell -> cells.put(cell.name(), cell.levels()));
    return cells;
  }

  private String category(Map<String, String> levels) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Factor factor : categoryFactors()) {
      shown.put(factor.name(), levels.getOrDefault(factor.name(), "–"));
    }
    return shown.isEmpty() ? CellName.of(levels) : CellName.of(shown);
  }

  private List<Factor> categoryFactors() {
    return varying.size() < 2 ? varying : varying.subList(0, varying.size() - 1);
  }

  private Optional<Factor> grouping() {
    return varying.size() < 2 ? Optional.empty() : Optional.of(varying.get(varying.size() - 1));
  }

  private List<String> ordered(Factor factor) {
    Set<String> present = levelsOf(factor, study.cells());
    Set<String> ordered = new LinkedHashSet<>(factor.levels());
    ordered.retainAll(present);
    ordered.addAll(present);
    return List.copyOf(ordered);
  }

  private static Set<String> levelsOf(Factor factor, List<Cell> cells) {
    return cells.stream()
        .map(cell -> cell.levels().getOrDefault(factor.name(), ""))
        .filter(level -> !level.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
