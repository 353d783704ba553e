package org.thalweg.probe.topology;

/** Which points of a grid touch. */
public enum Neighbourhood {
  /** Along the axes: a valley that runs diagonally may fall into pieces. */
  FOUR(4),
  /** Diagonals too, as is usual for pictures; the default. */
  EIGHT(8);

  private final int neighbours;

  Neighbourhood(int neighbours) {
    this.neighbours = neighbours;
  }

  public int neighbours() {
    return neighbours;
  }

  boolean touches(int rowStep, int columnStep) {
    return (rowStep != 0 || columnStep != 0) && (this == EIGHT || rowStep == 0 || columnStep == 0);
  }
}
