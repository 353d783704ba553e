package org.thalweg.report;

import java.util.Optional;

/** The pictures of a report, and what a reader should know about each. */
enum PlotKind {
  TRAINING(
      "training",
      "Training",
      "Loss, accuracy and gradient norm while the network was trained, as it was recorded."
          + " A gap between training and test that keeps growing is overfitting.",
      "Values are recorded between steps, not at every step: short spikes can be missing. A small"
          + " gradient norm alone does not mean that training has arrived at a minimum."),
  SLICE(
      "",
      "Loss along a line",
      "The mean loss when all weights move together along one direction d, to θ + αd. The"
          + " band is the standard error of the mean over the samples.",
      "One line in a space of very many dimensions: other directions can look entirely different,"
          + " and a minimum along the line need not be a minimum of the loss. The step α is in units"
          + " of the direction, so widths compare only between directions of the same"
          + " normalisation."),
  SURFACE(
      "-3d",
      "Loss over a plane",
      "The mean loss as a height over the plane that two directions span through the network."
          + " Drag to rotate, scroll to come closer.",
      "Random directions average over many curvatures, so sharp but rare directions are nearly"
          + " invisible. A smooth bowl here does not mean a smooth loss, and a logarithmic or cut-off"
          + " height changes how steep the walls look."),
  CONTOUR(
      "-contour",
      "Loss over a plane: level lines",
      "The same plane from above. Along a line the loss is constant; where lines are close it"
          + " changes fast. The lowest computed value is marked beside the network itself.",
      "The lowest grid point is only as exact as the grid is fine. Levels can be spaced by ratio"
          + " rather than by difference; read their labels before judging distances."),
  ACCURACY(
      "-accuracy",
      "Accuracy over the plane",
      "The share of right answers at every point of the plane, always on the scale from 0 to 1.",
      "Accuracy only counts which answer is largest: it can stay high where the loss has already"
          + " grown a lot, and it jumps where the loss is smooth."),
  SPECTRUM(
      "-spectrum",
      "Curvature: ends of the spectrum",
      "The largest and smallest eigenvalues: the curvature of the loss along its steepest and its"
          + " most negatively curved directions. Bars show the residual, within which a true"
          + " eigenvalue lies. A negative one is a direction in which the loss still bends down.",
      "Only the ends are shown; nearly all eigenvalues lie between them, most close to zero."
          + " Eigenvalues change when weights are rescaled, even if the network computes the same"
          + " function. Hollow points did not converge."),
  GRADIENT(
      "-tensors",
      "Gradient by tensor",
      "How much each weight tensor contributes to the norm of the gradient.",
      "Large tensors have large norms simply because they have many entries.");

  private final String suffix;
  private final String heading;
  private final String shows;
  private final String misleads;

  PlotKind(String suffix, String heading, String shows, String misleads) {
    this.suffix = suffix;
    this.heading = heading;
    this.shows = shows;
    this.misleads = misleads;
  }

  /** The kind of a probe's figure; empty for those that exist as files only. */
  static Optional<PlotKind> of(String resultId, String figureName) {
    String rest = figureName.substring(resultId.length());
    for (PlotKind kind : values()) {
      if (kind != TRAINING && kind.suffix.equals(rest)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String heading() {
    return heading;
  }

  String shows() {
    return shows;
  }

  String misleads() {
    return misleads;
  }
}
