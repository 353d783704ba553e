package org.thalweg.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Basin;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.TopologyResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Basins of a surface; {@code parent} is the place of the deeper basin in the list, from 0. */
final class TopologyFormat implements ProbeFormat<TopologyResult> {
  @Override
  public String probe() {
    return "topology";
  }

  @Override
  public Class<TopologyResult> type() {
    return TopologyResult.class;
  }

  @Override
  public ObjectNode values(TopologyResult result) {
    ObjectNode node = Json.object();
    ArrayNode directions = Json.array();
    result.directions().forEach(directions::add);
    node.set("directions", directions);
    node.put("neighbours", result.neighbours());
    ArrayNode basins = Json.array();
    for (Basin basin : result.basins()) {
      ObjectNode one = Json.object();
      numbers().forEach((name, number) -> one.set(name, Json.number(number.applyAsDouble(basin))));
      basins.add(one.put("onBorder", basin.onBorder()).put("parent", basin.parent()));
    }
    node.set("basins", basins);
    node.set("alpha", Json.numbers(result.alpha()));
    node.set("beta", Json.numbers(result.beta()));
    node.set("loss", Json.rows(result.loss()));
    return node;
  }

  @Override
  public TopologyResult read(JsonFields values, Outcome outcome, Cost cost) {
    return new TopologyResult(
        values.texts("directions"),
        values.numbers("alpha"),
        values.numbers("beta"),
        values.grid("loss", values.numbers("beta").size()),
        values.count("neighbours"),
        values.objects("basins").stream()
            .map(
                one ->
                    new Basin(
                        one.number("alpha"),
                        one.number("beta"),
                        one.number("minimum"),
                        one.truth("onBorder"),
                        one.number("saddleAlpha"),
                        one.number("saddleBeta"),
                        one.number("saddle"),
                        one.number("persistenceStandardError"),
                        one.count("parent")))
            .toList(),
        outcome,
        cost);
  }

  @Override
  public Table table(TopologyResult result) {
    List<String> names = new ArrayList<>(numbers().keySet());
    names.addAll(List.of("onBorder", "parent"));
    List<List<String>> rows = new ArrayList<>();
    for (Basin basin : result.basins()) {
      List<String> row = new ArrayList<>();
      numbers().values().forEach(number -> row.add(Table.cell(number.applyAsDouble(basin))));
      row.add(Boolean.toString(basin.onBorder()));
      row.add(Table.cell(basin.parent()));
      rows.add(row);
    }
    return new Table(names, rows);
  }

  @Override
  public Map<String, NumericArray> arrays(TopologyResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    numbers()
        .forEach(
            (name, number) ->
                arrays.put(
                    name,
                    NumericArray.of(
                        result.basins().stream().mapToDouble(number).toArray(),
                        result.basins().size())));
    return arrays;
  }

  private static Map<String, ToDoubleFunction<Basin>> numbers() {
    Map<String, ToDoubleFunction<Basin>> numbers = new LinkedHashMap<>();
    numbers.put("alpha", Basin::alpha);
    numbers.put("beta", Basin::beta);
    numbers.put("minimum", Basin::minimum);
    numbers.put("saddleAlpha", Basin::saddleAlpha);
    numbers.put("saddleBeta", Basin::saddleBeta);
    numbers.put("saddle", Basin::saddle);
    numbers.put("persistence", Basin::persistence);
    numbers.put("persistenceStandardError", Basin::persistenceStandardError);
    return numbers;
  }
}
