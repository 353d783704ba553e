package org.thalweg.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thalweg.figure.EigenvalueScale;
import org.thalweg.figure.FieldScale;
import org.thalweg.figure.NumberText;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Grid;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every array of a run as JSON inside the page, with what the static figures decided about scales
 * and levels, so that both kinds of picture agree. Numbers that are not finite are strings.
 */
final class EmbeddedData {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private EmbeddedData() {}

  /** JSON that can stand inside a script element: it contains no {@code <}. */
  static String of(RunContents run) {
    ObjectNode root = MAPPER.createObjectNode();
    run.training().ifPresent(training -> putTraining(root, training.history()));
    ObjectNode results = root.putObject("results");
    for (StoredResult stored : run.results()) {
      put(results.putObject(stored.id()), stored.result());
    }
    return MAPPER.writeValueAsString(root).replace("<", "\\u003c");
  }

  private static void putTraining(ObjectNode root, TrainingHistory history) {
    ObjectNode training = root.putObject("training");
    putColumn(training, "epoch", history, TrainingRecord::epoch);
    putColumn(training, "trainLoss", history, TrainingRecord::trainLoss);
    putColumn(training, "testLoss", history, TrainingRecord::testLoss);
    putColumn(training, "trainAccuracy", history, TrainingRecord::trainAccuracy);
    putColumn(training, "testAccuracy", history, TrainingRecord::testAccuracy);
    putColumn(training, "gradientNorm", history, TrainingRecord::gradientNorm);
    putColumn(training, "learningRate", history, TrainingRecord::learningRate);
  }

  private static void putColumn(
      ObjectNode node,
      String name,
      TrainingHistory history,
      ToDoubleFunction<TrainingRecord> field) {
    putNumbers(node, name, history.records().stream().mapToDouble(field));
  }

  private static void put(ObjectNode node, ProbeResult result) {
    node.put("probe", result.probe());
    if (result instanceof SliceResult slice) {
      node.put("direction", slice.direction());
      putNumbers(node, "alpha", slice.alpha().stream());
      putNumbers(node, "loss", slice.loss().stream());
      putNumbers(node, "lossStandardError", slice.lossStandardError().stream());
      putNumbers(node, "accuracy", slice.accuracy().stream());
    } else if (result instanceof SurfaceResult surface) {
      putSurface(node, surface);
    } else if (result instanceof SpectrumResult spectrum) {
      putSpectrum(node, spectrum);
    } else if (result instanceof GradientResult gradient) {
      ArrayNode tensors = node.putArray("tensors");
      gradient.normByTensor().keySet().forEach(tensors::add);
      putNumbers(
          node, "norms", gradient.normByTensor().values().stream().mapToDouble(norm -> norm));
    }
  }

  private static void putSurface(ObjectNode node, SurfaceResult surface) {
    ArrayNode directions = node.putArray("directions");
    surface.directions().forEach(directions::add);
    putNumbers(node, "alpha", surface.alpha().stream());
    putNumbers(node, "beta", surface.beta().stream());
    putGrid(node, "loss", surface.loss());
    putGrid(node, "lossStandardError", surface.lossStandardError());
    putGrid(node, "accuracy", surface.accuracy());
    FieldScale scale = FieldScale.of(surface.loss());
    ObjectNode display = node.putObject("display");
    display.put("logarithmic", scale.logarithmic());
    putNumber(display.putArray("range"), scale.low());
    putNumber((ArrayNode) display.get("range"), scale.high());
    display.put("cutOff", scale.isCutOff());
    putNumbers(display, "levels", scale.levels().stream().mapToDouble(level -> level));
    ArrayNode labels = display.putArray("labels");
    scale.levels().forEach(level -> labels.add(NumberText.of(level, 3)));
  }

  private static void putSpectrum(ObjectNode node, SpectrumResult spectrum) {
    node.put("matrix", spectrum.matrix());
    List<Eigenvalue> all =
        java.util.stream.Stream.concat(spectrum.top().stream(), spectrum.bottom().stream())
            .toList();
    EigenvalueScale scale = EigenvalueScale.of(all);
    putEigenvalues(node.putArray("top"), spectrum.top(), scale);
    putEigenvalues(node.putArray("bottom"), spectrum.bottom(), scale);
    ObjectNode display = node.putObject("display");
    display.put("name", scale.name());
    putNumbers(
        display, "range", DoubleStream.of(scale.place(scale.low()), scale.place(scale.high())));
    putNumbers(display, "places", scale.marks().stream().mapToDouble(EigenvalueScale.Mark::place));
    ArrayNode labels = display.putArray("labels");
    scale.marks().forEach(mark -> labels.add(mark.label()));
  }

  private static void putEigenvalues(
      ArrayNode array, List<Eigenvalue> eigenvalues, EigenvalueScale scale) {
    for (Eigenvalue eigenvalue : eigenvalues) {
      double value = eigenvalue.value();
      double residual = eigenvalue.residual();
      ObjectNode node = array.addObject();
      putNumbers(node, "valueAndResidual", DoubleStream.of(value, residual));
      node.put("converged", eigenvalue.converged());
      putNumbers(
          node,
          "places",
          DoubleStream.of(
              scale.place(value), scale.place(value - residual), scale.place(value + residual)));
    }
  }

  private static void putGrid(ObjectNode node, String name, Grid grid) {
    ArrayNode rows = node.putArray(name);
    for (int i = 0; i < grid.rows(); i++) {
      int row = i;
      ArrayNode array = rows.addArray();
      IntStream.range(0, grid.columns()).forEach(j -> putNumber(array, grid.get(row, j)));
    }
  }

  private static void putNumbers(ObjectNode node, String name, DoubleStream values) {
    ArrayNode array = node.putArray(name);
    values.forEach(value -> putNumber(array, value));
  }

  private static void putNumber(ArrayNode array, double value) {
    if (Double.isFinite(value)) {
      array.add(value);
    } else {
      array.add(Double.toString(value));
    }
  }
}
