package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/** The shape of a surface as rows of a table. */
final class SurfaceMeasurements {
  private static final String FIT = "standard error of the fit";

  private SurfaceMeasurements() {}

  static List<Measurement> of(SurfaceResult surface) {
    Outcome outcome = surface.outcome();
    QuadraticSurface fit = QuadraticSurface.of(surface.alpha(), surface.beta(), surface.loss());
    Roughness roughness = Roughness.of(surface.loss(), fit);
    LevelEllipse ellipse = LevelEllipse.of(surface);
    double centre = surface.loss().values().size() == 0 ? Double.NaN : centre(surface);
    SublevelArea area = SublevelArea.of(surface, centre + LineMeasurements.RISE);
    List<Measurement> all = new ArrayList<>();
    all.add(
        new Measurement(
            "curvature ratio, smallest / largest of the nearest quadratic",
            fit.ratio(),
            fit.ratioStandardError(),
            FIT,
            outcome));
    all.add(
        new Measurement(
            "largest curvature of the nearest quadratic",
            fit.largestCurvature(),
            fit.largestCurvatureStandardError(),
            FIT,
            outcome));
    all.add(
        new Measurement(
            "smallest curvature of the nearest quadratic",
            fit.smallestCurvature(),
            fit.smallestCurvatureStandardError(),
            FIT,
            outcome));
    all.add(Measurement.exact("R² of the nearest quadratic", fit.rSquared(), outcome));
    all.add(
        Measurement.exact(
            "deviation from the nearest quadratic, share of the range",
            roughness.residual(),
            outcome));
    all.add(
        Measurement.exact(
            "mean |second difference|, share of the range", roughness.secondDifference(), outcome));
    all.add(
        new Measurement(
            "axis ratio of the nearest ellipse, short / long",
            ellipse.shortAxis() / ellipse.longAxis(),
            ellipse.residual(),
            "deviation of the level line from the ellipse, share of the radius",
            outcome));
    all.add(
        Measurement.exact(
            "deviation of the level line from the nearest ellipse, share of the radius",
            ellipse.residual(),
            outcome));
    all.add(
        Measurement.exact(
            "share of the plane where the loss is at most L(θ) + 0.1", area.share(), outcome));
    all.add(
        Measurement.exact(
            "share of the plane in the basin of θ at L(θ) + 0.1"
                + (area.bounded() ? "" : ", which reaches the border"),
            area.connectedShare(),
            outcome));
    return all;
  }

  /** The loss at the grid point nearest to (0, 0). */
  private static double centre(SurfaceResult surface) {
    return surface.loss().values().get(SublevelArea.origin(surface));
  }
}
