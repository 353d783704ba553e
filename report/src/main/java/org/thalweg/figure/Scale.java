package org.thalweg.figure;

import java.util.List;

/** How numbers become places along an axis. */
sealed interface Scale
    permits LinearScale, LogarithmicScale, SymmetricLogarithmicScale, NamedPlaces {
  /** Strictly increasing; NaN where the scale has no place for {@code value}. */
  double transform(double value);

  /** Round values in [low, high], about {@code atMost} of them labelled. */
  List<Tick> ticks(double low, double high, int atMost);
}
