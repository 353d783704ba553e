package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Conditioning;
import org.thalweg.result.Cost;
import org.thalweg.result.Definiteness;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a spectrum: those that were not asked for are left out. */
final class SpectrumFormat implements ProbeFormat<SpectrumResult> {
  @Override
  public String probe() {
    return "hessian";
  }

  @Override
  public Class<SpectrumResult> type() {
    return SpectrumResult.class;
  }

  @Override
  public ObjectNode values(SpectrumResult result) {
    ObjectNode node =
        Json.object()
            .put("matrix", result.matrix())
            .put("block", result.block())
            .put("dimension", result.dimension())
            .put("method", result.method());
    node.set("top", json(result.top()));
    node.set("bottom", json(result.bottom()));
    node.set("definiteness", json(result.definiteness()));
    node.set("condition", json(result.conditioning()));
    if (result.spectrum().size() > 0) {
      node.set("spectrum", Json.numbers(result.spectrum()));
    }
    result.trace().ifPresent(trace -> node.set("trace", TraceJson.write(trace)));
    result.density().ifPresent(density -> node.set("density", DensityJson.write(density)));
    if (!result.layers().isEmpty()) {
      ArrayNode layers = Json.array();
      result.layers().forEach(layer -> layers.add(json(layer)));
      node.set("layers", layers);
    }
    return node;
  }

  /** Follows from the eigenvalues; written for those who read the file, not read back. */
  private static ObjectNode json(Definiteness definiteness) {
    return Json.object()
        .put("kind", definiteness.kind().text())
        .put("certain", definiteness.certain())
        .put("negativeFound", definiteness.negative())
        .put("negativeCertain", definiteness.certainNegative());
  }

  /** The same. */
  private static ObjectNode json(Conditioning conditioning) {
    ObjectNode node = Json.object();
    node.set("signed", Json.number(conditioning.signed()));
    node.set("signedError", Json.number(conditioning.signedError()));
    node.set("absolute", Json.number(conditioning.absolute()));
    node.set("absoluteError", Json.number(conditioning.absoluteError()));
    return node.put("complete", conditioning.complete());
  }

  private static ObjectNode json(LayerCurvature layer) {
    ObjectNode node =
        Json.object().put("layer", layer.layer()).put("parameters", layer.parameters());
    node.set("top", json(List.of(layer.top())).get(0));
    node.set("trace", EstimateJson.write(layer.trace()));
    return node;
  }

  private static ArrayNode json(List<Eigenvalue> eigenvalues) {
    ArrayNode array = Json.array();
    for (Eigenvalue eigenvalue : eigenvalues) {
      ObjectNode node = Json.object();
      node.set("value", Json.number(eigenvalue.value()));
      node.set("residual", Json.number(eigenvalue.residual()));
      if (!Double.isNaN(eigenvalue.standardError())) {
        node.set("stderr", Json.number(eigenvalue.standardError()));
      }
      array.add(node.put("converged", eigenvalue.converged()));
    }
    return array;
  }

  /** Files of the first version have no more than eigenvalues. */
  @Override
  public SpectrumResult read(JsonFields values, Outcome outcome, Cost cost) {
    boolean bare = !values.has("block");
    return new SpectrumResult(
        values.text("matrix"),
        bare ? "all" : values.text("block"),
        bare ? 0 : values.count("dimension"),
        bare ? "" : values.text("method"),
        eigenvalues(values, "top"),
        eigenvalues(values, "bottom"),
        values.has("spectrum") ? values.numbers("spectrum") : Values.of(),
        values.optionalObject("trace").map(TraceJson::read),
        values.optionalObject("density").map(DensityJson::read),
        values.has("layers")
            ? values.objects("layers").stream().map(SpectrumFormat::layer).toList()
            : List.of(),
        outcome,
        cost);
  }

  private static LayerCurvature layer(JsonFields fields) {
    return new LayerCurvature(
        fields.text("layer"),
        fields.count("parameters"),
        eigenvalue(fields.object("top")),
        EstimateJson.read(fields.object("trace")));
  }

  private static List<Eigenvalue> eigenvalues(JsonFields values, String end) {
    return values.objects(end).stream().map(SpectrumFormat::eigenvalue).toList();
  }

  private static Eigenvalue eigenvalue(JsonFields one) {
    return new Eigenvalue(
        one.number("value"),
        one.number("residual"),
        one.truth("converged"),
        one.has("stderr") ? one.number("stderr") : Double.NaN);
  }

  @Override
  public Table table(SpectrumResult result) {
    List<List<String>> rows = new ArrayList<>();
    addRows("top", result.top(), rows);
    addRows("bottom", result.bottom(), rows);
    for (LayerCurvature layer : result.layers()) {
      addRows("layer " + layer.layer(), List.of(layer.top()), rows);
    }
    return new Table(List.of("end", "index", "value", "residual", "converged", "stderr"), rows);
  }

  private static void addRows(String end, List<Eigenvalue> eigenvalues, List<List<String>> rows) {
    for (int i = 0; i < eigenvalues.size(); i++) {
      Eigenvalue eigenvalue = eigenvalues.get(i);
      rows.add(
          List.of(
              end,
              Table.cell(i + 1),
              Table.cell(eigenvalue.value()),
              Table.cell(eigenvalue.residual()),
              Boolean.toString(eigenvalue.converged()),
              Table.cell(eigenvalue.standardError())));
    }
  }

  @Override
  public Map<String, NumericArray> arrays(SpectrumResult result) {
    Map<String, NumericArray> arrays = ProbeFormat.noArrays();
    arrays.put("top", column(result.top(), Eigenvalue::value));
    arrays.put("topResidual", column(result.top(), Eigenvalue::residual));
    arrays.put("bottom", column(result.bottom(), Eigenvalue::value));
    arrays.put("bottomResidual", column(result.bottom(), Eigenvalue::residual));
    arrays.put("topStandardError", column(result.top(), Eigenvalue::standardError));
    arrays.put("bottomStandardError", column(result.bottom(), Eigenvalue::standardError));
    if (result.spectrum().size() > 0) {
      arrays.put("spectrum", ProbeFormat.array(result.spectrum()));
    }
    result.density().ifPresent(density -> putDensity(arrays, density));
    return arrays;
  }

  private static void putDensity(Map<String, NumericArray> arrays, SpectralDensity density) {
    arrays.put("densityX", ProbeFormat.array(density.x()));
    arrays.put("densityY", ProbeFormat.array(density.density()));
    arrays.put("densityStandardError", ProbeFormat.array(density.standardError()));
  }

  private static NumericArray column(List<Eigenvalue> rows, ToDoubleFunction<Eigenvalue> number) {
    return NumericArray.of(rows.stream().mapToDouble(number).toArray(), rows.size());
  }
}
