package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.TrainingHistory;

/** The pictures that belong to a result. */
public final class Figures {
  private static final List<ResultFigures<?>> ALL =
      List.of(
          new SliceFigures(),
          new SliceBandFigures(),
          new SurfaceFigures(),
          new AdaptiveSurfaceFigures(),
          new ConvexityMapFigures(),
          new TopologyFigures(),
          new SpectrumFigures(),
          new GradientFigures(),
          new SharpnessFigures(),
          new AuditFigures(),
          new TrajectoryFigures(),
          new ConnectionFigures());

  private static final int WIDTH = 800;
  private static final int PANEL_HEIGHT = 270;

  private Figures() {}

  /** Loss, accuracy and gradient norm over the epochs. */
  public static Figure ofTraining(TrainingHistory history) {
    TrainingDrawing drawing = new TrainingDrawing(history);
    return new Figure(
        "training",
        "Training",
        "how it ended: " + history.outcome().text(),
        "Curves over the epochs: mean loss, accuracy and gradient norm where they were recorded.",
        WIDTH,
        60 + PANEL_HEIGHT * drawing.panels(),
        drawing);
  }

  /**
   * All pictures of one probe's result.
   *
   * @param id of the result in its run; the names of the figures begin with it
   */
  public static List<Figure> of(String id, ProbeResult result) {
    return ALL.stream().flatMap(each -> of(each, id, result).stream()).toList();
  }

  private static <R extends ProbeResult> List<Figure> of(
      ResultFigures<R> figures, String id, ProbeResult result) {
    return figures.type().isInstance(result)
        ? figures.of(id, figures.type().cast(result))
        : List.of();
  }
}
