package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.error.ThalwegException;

/** Which combinations of levels are trained: a grid, a list, or levels side by side. */
final class CellsReader {
  static final String GRID = "grid";
  static final String LIST = "list";
  static final String PAIRED = "paired";
  static final List<String> DESIGNS = List.of(GRID, LIST, PAIRED);

  /** Far more than anyone can run; keeps a slip from filling the memory. */
  private static final int MOST_CELLS = 100_000;

  private static final String TRAINING = "training";

  private final YamlMapping study;
  private final List<Levels> factors;
  private final TrainingSettings common;

  CellsReader(YamlMapping study, List<Levels> factors) {
    this.study = study;
    this.factors = factors;
    this.common =
        study
            .find(TRAINING)
            .map(block -> TrainingSettings.of(block.mapping()))
            .orElse(TrainingSettings.NONE);
  }

  List<Cell> read() {
    String design = study.value("design").map(value -> value.oneOf(DESIGNS)).orElse(GRID);
    if (!design.equals(LIST) && study.find("cells").isPresent()) {
      throw YamlNode.error(
          study.place("cells"),
          "'cells:' only with  design: list",
          "'cells:' in a design of another kind",
          "add the line  design: list");
    }
    List<Cell> cells =
        switch (design) {
          case LIST -> list();
          case PAIRED -> paired();
          default -> grid();
        };
    List<Cell> kept = exclude(cells);
    if (kept.isEmpty()) {
      throw YamlNode.error(
          study.place("exclude"),
          "at least one combination of levels",
          "none: 'exclude:' leaves nothing",
          "exclude less");
    }
    refuseTwins(kept);
    return List.copyOf(kept);
  }

  private List<Cell> grid() {
    long count = 1;
    for (Levels levels : factors) {
      count *= levels.settings().size();
      if (count > MOST_CELLS) {
        throw tooMany();
      }
    }
    List<Map<String, String>> rows = List.of(Map.of());
    for (Levels levels : factors) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> row : rows) {
        for (String level : levels.factor().levels()) {
          Map<String, String> next = new LinkedHashMap<>(row);
          next.put(levels.factor().name(), level);
          longer.add(next);
        }
      }
      rows = longer;
    }
    return rows.stream().map(this::cell).toList();
  }

  private ThalwegException tooMany() {
    return YamlNode.error(
        study.place("factors"),
        "at most " + MOST_CELLS + " combinations of levels",
        "more: "
            + factors.stream()
                .map(f -> f.settings().size() + "")
                .collect(Collectors.joining(" × ")),
        "use fewer levels, or  design: list");
  }

  private List<Cell> paired() {
    int size = factors.isEmpty() ? 1 : factors.get(0).settings().size();
    for (Levels levels : factors) {
      if (levels.settings().size() != size) {
        throw YamlNode.error(
            levels.place(),
            "as many levels in every factor of a paired design: " + size,
            "%d in '%s'".formatted(levels.settings().size(), levels.factor().name()),
            "add or remove levels, or use  design: grid");
      }
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Map<String, String> row = new LinkedHashMap<>();
      for (Levels levels : factors) {
        row.put(levels.factor().name(), levels.factor().levels().get(i));
      }
      cells.add(cell(row));
    }
    return cells;
  }

  private List<Cell> list() {
    YamlSequence rows = study.require("cells", "[{FACTOR: LEVEL}]").sequence();
    if (rows.items().isEmpty()) {
      throw rows.wrong("at least one combination of levels");
    }
    List<String> keys = new ArrayList<>(factors.stream().map(f -> f.factor().name()).toList());
    keys.add(TRAINING);
    List<Cell> cells = new ArrayList<>();
    for (YamlNode item : rows.items()) {
      YamlMapping row = item.mapping().only(keys);
      Map<String, String> chosen = new LinkedHashMap<>();
      TrainingSettings settings = common;
      for (Levels levels : factors) {
        YamlScalar level =
            row.require(levels.factor().name(), levels.factor().levels().get(0)).scalar();
        settings = settings.with(levels.named(level));
        chosen.put(levels.factor().name(), level.raw());
      }
      if (row.find(TRAINING).isPresent()) {
        settings = settings.with(TrainingSettings.of(row.require(TRAINING, "{lr: 0.1}").mapping()));
      }
      cells.add(new Cell(chosen, settings.plan(row.place()), row.place()));
    }
    return cells;
  }

  private Cell cell(Map<String, String> row) {
    TrainingSettings settings = common;
    Place place = study.place(TRAINING);
    for (Levels levels : factors) {
      String level = row.get(levels.factor().name());
      settings = settings.with(levels.settings().getOrDefault(level, TrainingSettings.NONE));
      place = levels.places().getOrDefault(level, place);
    }
    return new Cell(row, settings.plan(place), place);
  }

  private List<Cell> exclude(List<Cell> cells) {
    List<Cell> kept = new ArrayList<>(cells);
    if (study.find("exclude").isEmpty()) {
      return kept;
    }
    for (YamlNode item : study.require("exclude", "[]").sequence().items()) {
      YamlMapping rule = item.mapping().only(factors.stream().map(f -> f.factor().name()).toList());
      Map<String, List<String>> excluded = new HashMap<>();
      for (Levels levels : factors) {
        rule.find(levels.factor().name())
            .ifPresent(node -> excluded.put(levels.factor().name(), levels(node, levels)));
      }
      boolean some =
          kept.removeIf(
              cell ->
                  excluded.entrySet().stream()
                      .allMatch(e -> e.getValue().contains(cell.levels().get(e.getKey()))));
      if (!some) {
        throw YamlNode.error(
            rule.place(),
            "a combination that is in the design and not excluded yet",
            rule.describe(),
            "remove it from 'exclude:'");
      }
    }
    return kept;
  }

  private static List<String> levels(YamlNode node, Levels levels) {
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    return items.stream().map(one -> one.scalar().oneOf(levels.settings().keySet())).toList();
  }

  private static void refuseTwins(List<Cell> cells) {
    Map<TrainingPlan, Cell> seen = new HashMap<>();
    for (Cell cell : cells) {
      Cell twin = seen.putIfAbsent(cell.training(), cell);
      if (twin != null) {
        throw YamlNode.error(
            cell.place(),
            "cells that differ in how they train",
            "'%s', which trains exactly as '%s'".formatted(cell.name(), twin.name()),
            "give the level an option of its own, or remove it");
      }
    }
  }
}
