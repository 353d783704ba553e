package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.PathProfile;
import org.thalweg.result.SliceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

/** The loss along lines of all cells: slices, first principal components, ways between networks. */
final class LineFigures {
  private static final double DECADES_FOR_LOGARITHM = 1.5;

  private final DesignLayout layout;
  private final FigureNames names;
  private final List<StudyFigure> figures = new ArrayList<>();

  LineFigures(DesignLayout layout, FigureNames names) {
    this.layout = layout;
    this.names = names;
  }

  /** Of one probe. */
  List<StudyFigure> of(String probe, List<CellPicture> pictures) {
    figures.clear();
    addSlices(probe, LandscapePart.of(pictures, SliceResult.class));
    addComponents(probe, LandscapePart.of(pictures, TrajectoryResult.class));
    addConnections(probe, LandscapePart.of(pictures, ConnectionResult.class));
    return List.copyOf(figures);
  }

  private void addSlices(String probe, List<LandscapePart<SliceResult>> parts) {
    if (parts.isEmpty()) {
      return;
    }
    addCurves(
        probe,
        "Loss along a line",
        "α (along d)",
        parts.stream().map(part -> slice(part.picture(), part.result())).toList(),
        LandscapePart.captions(parts),
        true);
  }

  private void addComponents(String probe, List<LandscapePart<TrajectoryResult>> parts) {
    if (!parts.isEmpty()) {
      addCurves(
          probe + "-pc1",
          "Loss along the first principal component",
          "along PC 1, from the last snapshot",
          parts.stream().map(part -> slice(part.picture(), part.result().line())).toList(),
          LandscapePart.captions(parts),
          false);
    }
  }

  private void addConnections(String probe, List<LandscapePart<ConnectionResult>> parts) {
    List<LandscapePart<ConnectionResult>> drawn =
        parts.stream().filter(part -> !part.result().profiles().isEmpty()).toList();
    if (drawn.isEmpty()) {
      return;
    }
    List<CurveBands.Curve> curves = new ArrayList<>();
    for (LandscapePart<ConnectionResult> part : drawn) {
      PathProfile profile = part.result().profiles().get(0);
      curves.add(
          curve(part.picture(), part.result().t(), profile.loss(), profile.lossStandardError()));
    }
    List<String> captions = new ArrayList<>(LandscapePart.captions(drawn));
    captions.add("Loss on: " + drawn.get(0).result().profiles().get(0).samples() + ".");
    addCurves(
        probe,
        "Loss on the way from one network to another",
        "share t of the way from network A to network B",
        curves,
        captions,
        false);
  }

  private CurveBands.Curve slice(CellPicture picture, SliceResult slice) {
    return curve(picture, slice.alpha(), slice.loss(), slice.lossStandardError());
  }

  private CurveBands.Curve curve(CellPicture picture, Values x, Values y, Values error) {
    return new CurveBands.Curve(
        picture.cell(),
        layout.style(picture.levels()),
        x,
        y,
        shifted(y, error, -1),
        shifted(y, error, 1));
  }

  private static Values shifted(Values values, Values errors, int sign) {
    double[] shifted = new double[values.size()];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = values.get(i) + sign * errors.get(i);
    }
    return Values.of(shifted);
  }

  /** All in one picture and, if wished, each in one of its own with the same axes. */
  private void addCurves(
      String probe,
      String title,
      String horizontal,
      List<CurveBands.Curve> curves,
      List<String> captions,
      boolean apart) {
    CurveBands bands =
        new CurveBands(
            AxisChoice.linear(horizontal),
            AxisChoice.of(
                "mean loss",
                "",
                spansDecades(curves),
                curves.stream().flatMapToDouble(curve -> curve.y().stream())),
            curves);
    String note = "Bands: ± 1 standard error over samples.";
    Figure together =
        GroupFigures.curves(
            new GroupFigures.Words(
                names.next("lines", probe), title, note, "A line for each cell over one another."),
            bands);
    figures.add(
        new StudyFigure(
            "curves",
            title + ", all cells",
            captions,
            false,
            together,
            node -> FigureData.embed(bands, layout.columns(curves.size()), node)));
    if (apart && curves.size() > 1) {
      Figure figure =
          GroupFigures.curvesSideBySide(
              new GroupFigures.Words(
                  names.next("line-by-cell", probe),
                  title + ", cell by cell",
                  note,
                  "A panel for each cell with the same axes."),
              bands,
              layout.columns(curves.size()));
      figures.add(
          new StudyFigure(
              "curveMultiples",
              title + ", cell by cell",
              captions,
              true,
              figure,
              node -> FigureData.embed(bands, layout.columns(curves.size()), node)));
    }
  }

  private static boolean spansDecades(List<CurveBands.Curve> curves) {
    double[] finite =
        curves.stream()
            .flatMapToDouble(curve -> curve.y().stream())
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(0);
    return low > 0 && Math.log10(high / low) >= DECADES_FOR_LOGARITHM;
  }
}
