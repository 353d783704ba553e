package org.thalweg.app.study;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.Place;

/** Failures of plans, told with the place in the study file that they come from. */
final class PlacedFailure {
  private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)");

  private PlacedFailure() {}

  /** Does the work; what it refuses is told with this place. */
  static <T> T at(Place place, Supplier<T> work) {
    return at(Map.of("", place), work);
  }

  /**
   * Does the work; what it refuses is told with the place of the option that it names.
   *
   * @param places by option; that of the whole under {@code ""}
   */
  static <T> T at(Map<String, Place> places, Supplier<T> work) {
    try {
      return work.get();
    } catch (ThalwegException e) {
      throw placed(place(places, e), e);
    }
  }

  /** The same failure in the words of a study file, where options have no dashes. */
  static ThalwegException placed(Place place, ThalwegException e) {
    String where = place.toString().isEmpty() ? "" : place + ": ";
    return ThalwegException.of(e.code())
        .expected(plain(e.expected()))
        .found(where + plain(e.found()))
        .because(e)
        .next(plain(e.next()));
  }

  private static Place place(Map<String, Place> places, ThalwegException e) {
    Matcher named = OPTION.matcher(e.expected());
    while (named.find()) {
      Place place = places.get(named.group(1));
      if (place != null) {
        return place;
      }
    }
    return places.getOrDefault("", Place.NONE);
  }

  private static String plain(String text) {
    return OPTION.matcher(text).replaceAll("$1");
  }
}
