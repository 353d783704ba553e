package org.thalweg.study.design;

/** Where a quantity comes from. */
public sealed interface QuantitySource {
  /**
   * From the history of the training.
   *
   * @param statistic e.g. {@code final-train-loss}; the names are in {@code docs/studies.md}
   */
  record FromTraining(String statistic) implements QuantitySource {}

  /**
   * From the {@code values} of a result's JSON document.
   *
   * @param probe name of the probe plan
   * @param pointer JSON pointer, e.g. {@code /top/0/value}
   */
  record FromValues(String probe, String pointer) implements QuantitySource {}

  /**
   * From the table of a result's measurements.
   *
   * @param probe name of the probe plan
   * @param measurement its name there, e.g. {@code "R² of the nearest parabola"}
   */
  record FromMeasurement(String probe, String measurement) implements QuantitySource {}

  /**
   * From other quantities of the same trial.
   *
   * @param expression e.g. {@code test_loss - train_loss}
   */
  record FromFormula(String expression) implements QuantitySource {}
}
