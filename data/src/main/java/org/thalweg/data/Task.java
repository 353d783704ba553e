package org.thalweg.data;

import java.util.List;
import org.thalweg.data.DatasetDescriptor.Option;

/**
 * What targets are: one class out of several, or real numbers.
 *
 * <p>Unless the option {@code task} says it: words are classes; so are whole numbers of an integer
 * or boolean array with at most {@value #MOST_INTEGER_CLASSES} different values, and whole numbers
 * of a text table with at most {@value #MOST_TABLE_CLASSES} different values; everything else is
 * real.
 */
enum Task {
  CLASSIFICATION,
  REGRESSION;

  static final int MOST_INTEGER_CLASSES = 1000;
  static final int MOST_TABLE_CLASSES = 20;

  /** More would be a mistake, and counts for each class would fill the memory. */
  static final int MOST_CLASSES = 1_000_000;

  static final List<Option> OPTIONS =
      List.of(
          new Option(
              "task",
              "",
              "classification or regression; left out, words and few whole numbers are classes"),
          new Option(
              "classes", "", "number of classes; the targets are then numbers from 0 to one less"));

  /** Decides and records the decision among the options. */
  static Task decide(DatasetOptions options, boolean looksLikeClasses) {
    String text = options.text("task");
    boolean classes =
        text.isEmpty()
            ? looksLikeClasses || options.given("classes")
            : options.choice("task", "classification", "regression").equals("classification");
    options.decided("task", classes ? "classification" : "regression");
    if (!classes) {
      options.inapplicable("the targets are real numbers", "classes");
    }
    return classes ? CLASSIFICATION : REGRESSION;
  }

  /** The number of classes given by option. */
  static int classes(DatasetOptions options) {
    return (int) options.integer("classes", 1, MOST_CLASSES);
  }
}
