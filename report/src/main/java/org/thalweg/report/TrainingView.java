package org.thalweg.report;

import java.util.function.ToDoubleFunction;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;

/** How the network was trained. */
final class TrainingView {
  static final String SCRIPT = "training.js";
  static final PlotWords PLOT =
      new PlotWords(
          "training",
          "training",
          "Training",
          "Loss, accuracy and gradient norm while the network was trained, as it was recorded."
              + " A gap between training and test that keeps growing is overfitting.",
          "Values are recorded between steps, not at every step: short spikes can be missing. A small"
              + " gradient norm alone does not mean that training has arrived at a minimum.");

  private TrainingView() {}

  static void embed(TrainingHistory history, EmbeddedNode node) {
    column("epoch", history, TrainingRecord::epoch, node);
    column("trainLoss", history, TrainingRecord::trainLoss, node);
    column("testLoss", history, TrainingRecord::testLoss, node);
    column("trainAccuracy", history, TrainingRecord::trainAccuracy, node);
    column("testAccuracy", history, TrainingRecord::testAccuracy, node);
    column("gradientNorm", history, TrainingRecord::gradientNorm, node);
    column("learningRate", history, TrainingRecord::learningRate, node);
  }

  private static void column(
      String name,
      TrainingHistory history,
      ToDoubleFunction<TrainingRecord> field,
      EmbeddedNode node) {
    node.put(name, history.records().stream().mapToDouble(field));
  }
}
