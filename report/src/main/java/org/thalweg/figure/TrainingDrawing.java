package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.result.Values;

/** Loss, accuracy and gradient norm over the epochs, one panel each on a common axis. */
final class TrainingDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double AXIS_ROOM = 52;

  private final Values epochs;
  private final List<Quantity> quantities;

  TrainingDrawing(TrainingHistory history) {
    List<TrainingRecord> records = history.records();
    epochs = column(records, TrainingRecord::epoch);
    Quantity loss =
        new Quantity(
            "mean loss",
            List.of(
                new Curve("training", column(records, TrainingRecord::trainLoss)),
                new Curve("test", column(records, TrainingRecord::testLoss))));
    Quantity accuracy =
        new Quantity(
            "accuracy (share of right answers)",
            List.of(
                new Curve("training", column(records, TrainingRecord::trainAccuracy)),
                new Curve("test", column(records, TrainingRecord::testAccuracy))));
    Quantity gradient =
        new Quantity(
            "gradient norm ‖∇L‖₂",
            List.of(new Curve("training", column(records, TrainingRecord::gradientNorm))));
    // The loss keeps its panel even when empty; the others appear where they were recorded.
    quantities =
        Stream.concat(Stream.of(loss), Stream.of(accuracy, gradient).filter(Quantity::isPresent))
            .toList();
  }

  int panels() {
    return quantities.size();
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double height = area.getHeight() / quantities.size();
    Axis horizontal = Axis.linear("epoch (passes over the training data)", epochs.stream());
    for (int i = 0; i < quantities.size(); i++) {
      Rectangle2D plot =
          new Rectangle2D.Double(
              area.getX() + LEFT,
              area.getY() + i * height + 26,
              area.getWidth() - LEFT - 10,
              height - 26 - AXIS_ROOM);
      paint(quantities.get(i), graphics, plot, horizontal);
    }
  }

  private void paint(Quantity quantity, Graphics2D graphics, Rectangle2D plot, Axis horizontal) {
    Axis vertical = Axis.forRange(quantity.name(), quantity::values);
    Panel panel = new Panel(graphics, plot, horizontal, vertical);
    panel.frame(true);
    if (!quantity.isPresent()) {
      panel.nothingToShow();
      return;
    }
    List<Legend.Entry> legend = new ArrayList<>();
    for (Curve curve : quantity.curves()) {
      if (curve.isPresent()) {
        boolean training = curve.name().equals("training");
        var color = training ? Style.BLUE : Style.VERMILLION;
        panel.curve(epochs, curve.values(), color, Style.CURVE);
        legend.add(Legend.Entry.line(curve.name(), color, Style.CURVE));
      }
    }
    Legend.paint(panel, legend);
  }

  private static Values column(
      List<TrainingRecord> records, ToDoubleFunction<TrainingRecord> field) {
    return Values.of(records.stream().mapToDouble(field).toArray());
  }

  private record Quantity(String name, List<Curve> curves) {
    DoubleStream values() {
      return curves.stream().flatMapToDouble(curve -> curve.values().stream());
    }

    boolean isPresent() {
      return curves.stream().anyMatch(Curve::isPresent);
    }
  }

  private record Curve(String name, Values values) {
    boolean isPresent() {
      return values.stream().anyMatch(Double::isFinite);
    }
  }
}
