package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.GradientResult;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrainingHistory;

/** The pictures that belong to a result. */
public final class Figures {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 600;
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
    // Not a switch over types: the language level is 17.
    if (result instanceof SliceResult slice) {
      return List.of(slice(id, slice));
    } else if (result instanceof SurfaceResult surface) {
      return SurfaceFigures.of(id, surface);
    } else if (result instanceof SpectrumResult spectrum) {
      return List.of(spectrum(id, spectrum));
    } else if (result instanceof GradientResult gradient && !gradient.normByTensor().isEmpty()) {
      return List.of(gradient(id, gradient));
    }
    return List.of();
  }

  private static Figure slice(String id, SliceResult slice) {
    return new Figure(
        id,
        "Loss along the line θ + αd",
        "",
        "Mean loss with its standard error over the step α along one direction"
            + (SliceDrawing.hasAccuracy(slice) ? ", and the accuracy below it." : "."),
        WIDTH,
        HEIGHT,
        new SliceDrawing(slice));
  }

  private static Figure spectrum(String id, SpectrumResult spectrum) {
    List<String> notes = new ArrayList<>();
    boolean allConverged =
        spectrum.top().stream().allMatch(each -> each.converged())
            && spectrum.bottom().stream().allMatch(each -> each.converged());
    if (!allConverged) {
      notes.add("Hollow points did not converge.");
    }
    return new Figure(
        id + "-spectrum",
        "Ends of the spectrum: " + spectrum.matrix(),
        String.join(" ", notes),
        "The largest and the smallest eigenvalues with their residuals, drawn as stems from zero.",
        WIDTH,
        500,
        new SpectrumDrawing(spectrum));
  }

  private static Figure gradient(String id, GradientResult gradient) {
    GradientDrawing drawing = new GradientDrawing(gradient);
    return new Figure(
        id + "-tensors",
        "Gradient norm by tensor",
        "",
        "The norm of the gradient of each named tensor as a bar.",
        WIDTH,
        60 + drawing.height(),
        drawing);
  }
}
