package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.array.NumericArray;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathProfile;
import org.thalweg.result.PathSearch;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A path between two networks: the numbers over the first set of samples beside t, those over
 * others under {@code "others"}.
 */
final class ConnectionFormat implements ProbeFormat<ConnectionResult> {
  @Override
  public String probe() {
    return "connect";
  }

  @Override
  public Class<ConnectionResult> type() {
    return ConnectionResult.class;
  }

  @Override
  public ObjectNode values(ConnectionResult result) {
    ObjectNode node =
        Json.object()
            .put("curve", result.curve())
            .put("bends", result.bends())
            .put("alignment", result.alignment());
    node.set("t", Json.numbers(result.t()));
    node.set("arcLength", Json.numbers(result.arcLength()));
    node.set("length", Json.number(result.length()));
    PathProfileFormat.write(result.profile(), node);
    ArrayNode others = Json.array();
    result.profiles().stream()
        .skip(1)
        .forEach(profile -> others.add(PathProfileFormat.write(profile, Json.object())));
    node.set("others", others);
    result
        .straight()
        .ifPresent(line -> node.set("straight", PathProfileFormat.write(line, Json.object())));
    node.set("search", search(result.search()));
    node.set("similarity", SimilarityFormat.write(result.similarity()));
    result.plane().ifPresent(plane -> node.set("plane", PathPlaneFormat.write(plane)));
    return node;
  }

  @Override
  public ConnectionResult read(JsonFields values, Outcome outcome, Cost cost) {
    List<PathProfile> profiles = new ArrayList<>();
    profiles.add(PathProfileFormat.read(values));
    values.objects("others").forEach(other -> profiles.add(PathProfileFormat.read(other)));
    return new ConnectionResult(
        values.text("curve"),
        values.count("bends"),
        values.text("alignment"),
        values.numbers("t"),
        values.numbers("arcLength"),
        profiles,
        values.optionalObject("straight").map(PathProfileFormat::read),
        search(values.object("search")),
        SimilarityFormat.read(values.object("similarity")),
        values.optionalObject("plane").map(PathPlaneFormat::read),
        outcome,
        cost);
  }

  @Override
  public Table table(ConnectionResult result) {
    List<List<String>> rows = new ArrayList<>();
    result.profiles().forEach(profile -> addRows(rows, result.curve(), result, profile));
    result.straight().ifPresent(line -> addRows(rows, "linear", result, line));
    return new Table(
        List.of("path", "samples", "t", "arcLength", "loss", "lossStandardError", "accuracy"),
        rows);
  }

  private static void addRows(
      List<List<String>> rows, String path, ConnectionResult result, PathProfile profile) {
    boolean alongPath = path.equals(result.curve());
    for (int i = 0; i < result.t().size(); i++) {
      double t = result.t().get(i);
      double length = alongPath ? result.arcLength().get(i) : t * result.similarity().distance();
      rows.add(
          List.of(
              path,
              profile.samples(),
              Table.cell(t),
              Table.cell(length),
              Table.cell(profile.loss().get(i)),
              Table.cell(profile.lossStandardError().get(i)),
              Table.cell(profile.accuracy().get(i))));
    }
  }

  @Override
  public Map<String, NumericArray> arrays(ConnectionResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("t", ProbeFormat.array(result.t()));
    arrays.put("arcLength", ProbeFormat.array(result.arcLength()));
    put(arrays, "", result.profile());
    result.profiles().stream()
        .skip(1)
        .forEach(profile -> put(arrays, "_" + profile.samples(), profile));
    result.straight().ifPresent(line -> put(arrays, "_straight", line));
    Optional.of(result.search())
        .filter(search -> search.step().size() > 0)
        .ifPresent(
            search -> {
              arrays.put("searchStep", ProbeFormat.array(search.step()));
              arrays.put("searchValues", ProbeFormat.array(search.values()));
            });
    result
        .plane()
        .ifPresent(
            plane -> {
              arrays.put("planeAlpha", ProbeFormat.array(plane.surface().alpha()));
              arrays.put("planeBeta", ProbeFormat.array(plane.surface().beta()));
              arrays.put("planeLoss", ProbeFormat.array(plane.surface().loss()));
              arrays.put("planeAccuracy", ProbeFormat.array(plane.surface().accuracy()));
              arrays.put("curveAlpha", ProbeFormat.array(plane.curveAlpha()));
              arrays.put("curveBeta", ProbeFormat.array(plane.curveBeta()));
              arrays.put("curveOffPlane", ProbeFormat.array(plane.offPlane()));
            });
    return arrays;
  }

  private static void put(Map<String, NumericArray> arrays, String suffix, PathProfile profile) {
    arrays.put("loss" + suffix, ProbeFormat.array(profile.loss()));
    arrays.put("lossStandardError" + suffix, ProbeFormat.array(profile.lossStandardError()));
    arrays.put("accuracy" + suffix, ProbeFormat.array(profile.accuracy()));
  }

  private static ObjectNode search(PathSearch search) {
    ObjectNode node =
        Json.object()
            .put("method", search.method())
            .put("quantity", search.quantity())
            .put("outcome", search.outcome().text());
    node.set("step", Json.numbers(search.step()));
    node.set("values", Json.numbers(search.values()));
    return node;
  }

  private static PathSearch search(JsonFields fields) {
    Values step = fields.numbers("step");
    return new PathSearch(
        fields.text("method"),
        fields.text("quantity"),
        step,
        fields.numbers("values"),
        ResultJson.outcome(fields));
  }
}
