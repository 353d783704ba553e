package org.thalweg.report.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A result of one kind with the cell that it stands for. */
record LandscapePart<R>(CellPicture picture, R result) {
  /** Those of the pictures that are of this kind. */
  static <R> List<LandscapePart<R>> of(List<CellPicture> pictures, Class<R> type) {
    return pictures.stream()
        .filter(picture -> type.isInstance(picture.stored().result()))
        .map(picture -> new LandscapePart<>(picture, type.cast(picture.stored().result())))
        .toList();
  }

  /** Which trainings are shown. */
  static <R> List<String> captions(List<LandscapePart<R>> parts) {
    Map<Long, List<String>> bySeed =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.picture().seed(),
                    TreeMap::new,
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
