package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;

/** A linear scale on which only given places are marked, by name. */
record NamedPlaces(List<Tick> places) implements Scale {
  NamedPlaces {
    places = List.copyOf(places);
  }

  @Override
  public double transform(double value) {
    return value;
  }

  @Override
  public List<Tick> ticks(double low, double high, int atMost) {
    int stride = Math.max(1, (places.size() + atMost) / Math.max(1, atMost + 1));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Tick place = places.get(i);
      ticks.add(new Tick(place.value(), i % stride == 0 ? place.label() : ""));
    }
    return ticks;
  }
}
