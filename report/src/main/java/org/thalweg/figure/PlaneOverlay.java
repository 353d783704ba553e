package org.thalweg.figure;

/** What is painted over a field: marks, paths. */
@FunctionalInterface
interface PlaneOverlay {
  void paint(PlaneFrame frame);
}
