package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;
import org.thalweg.figure.FieldScale;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.figure.NumberText;
import org.thalweg.figure.PlaneMultiples;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.PathProfile;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

/** Slices, planes, paths and connections of all cells, on common scales. */
final class LandscapeFigures {
  private static final int MOST_RAISED = 6;
  private static final double DECADES_FOR_LOGARITHM = 1.5;

  private final StudyContents contents;
  private final DesignLayout layout;
  private final FigureNames names;
  private final List<StudyFigure> figures = new ArrayList<>();

  private LandscapeFigures(StudyContents contents, DesignLayout layout, FigureNames names) {
    this.contents = contents;
    this.layout = layout;
    this.names = names;
  }

  static StudyChapter chapter(StudyContents contents, DesignLayout layout, FigureNames names) {
    LandscapeFigures landscapes = new LandscapeFigures(contents, layout, names);
    Set<String> probes = new LinkedHashSet<>();
    contents.pictures().forEach(picture -> probes.add(picture.probe()));
    probes.forEach(landscapes::add);
    return new StudyChapter(
        "landscapes",
        "The landscapes side by side",
        "The loss around one network of each cell (or between two of them), all on the same scale of"
            + " losses, so that heights, colours and level lines can be compared from cell to cell. The"
            + " cross is the network itself.",
        "One network stands for its cell here; other seeds look different, and the numbers above are"
            + " what is compared. A line or a plane shows two directions out of very many. Where"
            + " directions are scaled to the weights, a step α means another distance in every"
            + " network. Common scales make flat landscapes look featureless beside steep ones.",
        landscapes.figures);
  }

  private void add(String probe) {
    List<CellPicture> all = inOrder(probe);
    addSlices(probe, of(all, SliceResult.class));
    addSurfaces(probe, of(all, SurfaceResult.class));
    addPaths(probe, of(all, TrajectoryResult.class));
    addConnections(probe, of(all, ConnectionResult.class));
  }

  /** A result with its cell. */
  private record Part<R>(CellPicture picture, R result) {}

  private List<CellPicture> inOrder(String probe) {
    List<String> order = new ArrayList<>(layout.cells().keySet());
    return contents.pictures().stream()
        .filter(picture -> picture.probe().equals(probe))
        .sorted((a, b) -> Integer.compare(order.indexOf(a.cell()), order.indexOf(b.cell())))
        .toList();
  }

  private static <R> List<Part<R>> of(List<CellPicture> pictures, Class<R> type) {
    return pictures.stream()
        .filter(picture -> type.isInstance(picture.stored().result()))
        .map(picture -> new Part<>(picture, type.cast(picture.stored().result())))
        .toList();
  }

  private void addSlices(String probe, List<Part<SliceResult>> parts) {
    if (parts.isEmpty()) {
      return;
    }
    addCurves(
        probe,
        "Loss along a line",
        "α (along d)",
        parts.stream().map(part -> slice(part.picture(), part.result())).toList(),
        captions(parts),
        true);
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

  private void addSurfaces(String probe, List<Part<SurfaceResult>> parts) {
    if (parts.isEmpty()) {
      return;
    }
    PlaneMultiples planes =
        PlaneMultiples.of(
            "α (along d₁)",
            "β (along d₂)",
            parts.stream()
                .map(part -> PlaneMultiples.Part.of(part.picture().cell(), part.result()))
                .toList());
    addPlanes("contours", probe, "Loss over a plane: level lines", planes, captions(parts));
    Figure raised = raised(probe, planes);
    figures.add(
        new StudyFigure(
            "surfaces",
            "Loss over a plane as a surface: choose a cell",
            captions(parts),
            true,
            raised,
            node -> FigureData.embed(planes, layout.columns(planes.parts().size()), node)));
  }

  /** The static picture, of the first cells only: many of them would make the page large. */
  private Figure raised(String probe, PlaneMultiples planes) {
    int shown = Math.min(MOST_RAISED, planes.parts().size());
    String first =
        shown < planes.parts().size()
            ? "Static picture: the first %d of %d cells. ".formatted(shown, planes.parts().size())
            : "";
    return GroupFigures.surfaces(
        new GroupFigures.Words(
            names.next("surfaces", probe),
            "Loss over a plane",
            first + note(planes.scale()),
            "A surface in 3-D for each cell with the same heights and colours."),
        new PlaneMultiples(
            planes.alphaName(),
            planes.betaName(),
            planes.parts().subList(0, shown),
            planes.scale()));
  }

  private void addPlanes(
      String kind, String probe, String title, PlaneMultiples planes, List<String> captions) {
    Figure figure =
        GroupFigures.planes(
            new GroupFigures.Words(
                names.next(kind, probe),
                title,
                note(planes.scale()),
                "Level lines of the mean loss for each cell with the same levels and colours."),
            planes,
            layout.columns(planes.parts().size()));
    figures.add(
        new StudyFigure(
            "planes",
            title,
            captions,
            true,
            figure,
            node -> FigureData.embed(planes, layout.columns(planes.parts().size()), node)));
  }

  private static String note(FieldScale scale) {
    return scale.isCutOff()
        ? "Cut off above %s; the highest value is %s."
            .formatted(NumberText.of(scale.high(), 3), NumberText.of(scale.highest(), 3))
        : "";
  }

  private void addPaths(String probe, List<Part<TrajectoryResult>> parts) {
    List<PlaneMultiples.Part> planes = new ArrayList<>();
    for (Part<TrajectoryResult> part : parts) {
      part.result().plane().ifPresent(plane -> planes.add(path(part, plane)));
    }
    if (!planes.isEmpty()) {
      List<String> captions = new ArrayList<>(captions(parts));
      captions.add(
          "Snapshots projected on the plane of their first two principal components, from the black"
              + " dot to the cross; the share of variance in brackets belongs to PC 1. Each plane has"
              + " its own extent.");
      addPlanes(
          "paths",
          probe,
          "The way training took, on the plane of its principal components",
          PlaneMultiples.of("along PC 1", "along PC 2", planes),
          captions);
    }
    if (!parts.isEmpty()) {
      addCurves(
          probe + "-pc1",
          "Loss along the first principal component",
          "along PC 1, from the last snapshot",
          parts.stream().map(part -> slice(part.picture(), part.result().line())).toList(),
          captions(parts),
          false);
    }
  }

  private static PlaneMultiples.Part path(Part<TrajectoryResult> part, SurfaceResult plane) {
    TrajectoryResult trajectory = part.result();
    int n = trajectory.projection().size();
    double[][] place = new double[2][n];
    for (int t = 0; t < n; t++) {
      place[0][t] = trajectory.projection().coordinates().get(t, 0);
      place[1][t] = trajectory.projection().coordinates().get(t, 1);
    }
    String share = NumberText.of(100 * trajectory.mainVariance().ratioOfFirst(1), 3);
    return new PlaneMultiples.Part(
        part.picture().cell() + " (" + share + " %)",
        plane,
        Values.of(place[0]),
        Values.of(place[1]));
  }

  private void addConnections(String probe, List<Part<ConnectionResult>> parts) {
    List<Part<ConnectionResult>> drawn =
        parts.stream().filter(part -> !part.result().profiles().isEmpty()).toList();
    if (drawn.isEmpty()) {
      return;
    }
    List<CurveBands.Curve> curves = new ArrayList<>();
    for (Part<ConnectionResult> part : drawn) {
      PathProfile profile = part.result().profiles().get(0);
      curves.add(
          curve(part.picture(), part.result().t(), profile.loss(), profile.lossStandardError()));
    }
    List<String> captions = new ArrayList<>(captions(drawn));
    captions.add("Loss on: " + drawn.get(0).result().profiles().get(0).samples() + ".");
    addCurves(
        probe,
        "Loss on the way from one network to another",
        "share t of the way from network A to network B",
        curves,
        captions,
        false);
  }

  private static <R> List<String> captions(List<Part<R>> parts) {
    Map<Long, List<String>> bySeed =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.picture().seed(),
                    java.util.TreeMap::new,
                    Collectors.mapping(part -> part.picture().cell(), Collectors.toList())));
    if (bySeed.size() == 1) {
      return List.of("Seed " + bySeed.keySet().iterator().next() + " of every cell.");
    }
    return List.of(
        bySeed.entrySet().stream()
            .map(entry -> "seed " + entry.getKey() + ": " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; ", "Shown: ", ".")));
  }
}
