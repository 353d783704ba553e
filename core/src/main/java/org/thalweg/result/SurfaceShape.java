package org.thalweg.result;

/**
 * The shape of a surface in a few numbers: its lowest point and how many valleys the grid shows.
 *
 * <p>Misleads: both are properties of the grid. A coarse grid hides minima and, along a curved
 * narrow valley, invents them.
 *
 * @param minimumAlpha α of the lowest finite loss (the first of several); NaN if none is finite
 * @param minimumBeta its β
 * @param minimumLoss the lowest finite loss
 * @param alphaSpacing distance to its farther neighbour along α
 * @param betaSpacing distance to its farther neighbour along β
 * @param interior whether the lowest point is off the border of the grid
 * @param strictLocalMinima points off the border whose eight neighbours are all known and all
 *     higher; a point beside a NaN does not count, because nothing can be said about it
 */
public record SurfaceShape(
    double minimumAlpha,
    double minimumBeta,
    double minimumLoss,
    double alphaSpacing,
    double betaSpacing,
    boolean interior,
    int strictLocalMinima) {

  public static SurfaceShape of(SurfaceResult surface) {
    Grid loss = surface.loss();
    int minima = 0;
    for (int i = 1; i < loss.rows() - 1; i++) {
      for (int j = 1; j < loss.columns() - 1; j++) {
        minima += isStrictMinimum(loss, i, j) ? 1 : 0;
      }
    }
    int lowest = loss.values().indexOfLowest();
    if (lowest < 0) {
      double missing = Double.NaN;
      return new SurfaceShape(missing, missing, missing, missing, missing, false, minima);
    }
    int row = lowest / loss.columns();
    int column = lowest % loss.columns();
    return new SurfaceShape(
        surface.alpha().get(row),
        surface.beta().get(column),
        loss.get(row, column),
        surface.alpha().spacing(row),
        surface.beta().spacing(column),
        0 < row && row < loss.rows() - 1 && 0 < column && column < loss.columns() - 1,
        minima);
  }

  private static boolean isStrictMinimum(Grid loss, int row, int column) {
    double centre = loss.get(row, column);
    for (int i = row - 1; i <= row + 1; i++) {
      for (int j = column - 1; j <= column + 1; j++) {
        boolean neighbour = i != row || j != column;
        // Written so that a NaN on either side says no.
        if (neighbour && !(centre < loss.get(i, j))) {
          return false;
        }
      }
    }
    return true;
  }
}
