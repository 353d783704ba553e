package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.Values;

/** vᵀHv of the principal components at the end of the path, between λ₁ and the mean curvature. */
final class ComponentCurvatureDrawing implements Figure.Drawing {
  private final CurvePanels panels;

  ComponentCurvatureDrawing(PathCurvature curvature) {
    Values quotients = curvature.componentCurvature();
    double mean = curvature.meanCurvature();
    double largest = curvature.points().get(curvature.points().size() - 1).largest().value();
    double[] ranks = new double[quotients.size()];
    List<Tick> names = new ArrayList<>();
    for (int k = 0; k < ranks.length; k++) {
      ranks[k] = k + 1;
      names.add(new Tick(k + 1, "PC " + (k + 1)));
    }
    Axis horizontal =
        new Axis(
            "principal component of the path", new NamedPlaces(names), 0.5, ranks.length + 0.5);
    List<Eigenvalue> all =
        DoubleStream.concat(quotients.stream(), DoubleStream.of(mean, largest))
            .mapToObj(value -> new Eigenvalue(value, 0, true))
            .toList();
    Axis scale = EigenvalueScale.of(all).axis();
    Axis vertical =
        new Axis(
            scale.name().replace("eigenvalue λ", "vᵀHv"), scale.scale(), scale.low(), scale.high());
    String random =
        "random directions: %s ± %s"
            .formatted(
                NumberText.of(mean, 2), NumberText.of(curvature.meanCurvatureStandardError(), 1));
    panels =
        new CurvePanels(
            horizontal,
            Values.of(ranks),
            List.of(
                new CurvePanels.Curves(
                    vertical,
                    List.of(CurvePanels.Curve.plain("along the component", quotients, Style.BLUE)),
                    List.of(
                        new CurvePanels.Level(
                            "λ₁ = " + NumberText.of(largest, 3), largest, Style.VERMILLION),
                        new CurvePanels.Level(random, mean, Style.GREEN)))));
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    panels.paint(graphics, area);
  }
}
