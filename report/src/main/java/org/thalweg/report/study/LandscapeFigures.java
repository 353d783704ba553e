package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Slices, planes, paths and connections of all cells, on common scales. */
final class LandscapeFigures {
  private LandscapeFigures() {}

  static StudyChapter chapter(StudyContents contents, DesignLayout layout, FigureNames names) {
    LineFigures lines = new LineFigures(layout, names);
    PlaneFigures planes = new PlaneFigures(layout, names);
    Set<String> probes = new LinkedHashSet<>();
    contents.pictures().forEach(picture -> probes.add(picture.probe()));
    List<StudyFigure> figures = new ArrayList<>();
    for (String probe : probes) {
      List<CellPicture> pictures = inOrder(contents.pictures(), probe, layout);
      figures.addAll(planes.of(probe, pictures));
      figures.addAll(lines.of(probe, pictures));
    }
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
        figures);
  }

  private static List<CellPicture> inOrder(
      List<CellPicture> pictures, String probe, DesignLayout layout) {
    List<String> order = new ArrayList<>(layout.cells().keySet());
    return pictures.stream()
        .filter(picture -> picture.probe().equals(probe))
        .sorted((a, b) -> Integer.compare(order.indexOf(a.cell()), order.indexOf(b.cell())))
        .toList();
  }
}
