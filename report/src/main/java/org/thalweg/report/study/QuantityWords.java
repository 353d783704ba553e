package org.thalweg.report.study;

import java.util.List;
import java.util.Optional;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.design.Study;

/** What quantities are called: their titles, or their names where the study has no title. */
record QuantityWords(Study study) {
  String title(String name) {
    return study.quantity(name).map(Quantity::title).filter(title -> !title.isBlank()).orElse(name);
  }

  List<String> titles(List<String> names) {
    return names.stream().map(this::title).toList();
  }

  String unit(String name) {
    return study.quantity(name).map(Quantity::unit).orElse("");
  }

  /** With the unit in brackets. */
  String withUnit(String name) {
    String unit = unit(name);
    return unit.isEmpty() ? title(name) : title(name) + " [" + unit + "]";
  }

  boolean logarithmic(String name) {
    return study.quantity(name).map(Quantity::logarithmic).orElse(false);
  }

  Optional<Quantity> quantity(String name) {
    return study.quantity(name);
  }

  String factor(String name) {
    return study
        .factor(name)
        .map(factor -> factor.title())
        .filter(title -> !title.isBlank())
        .orElse(name);
  }
}
