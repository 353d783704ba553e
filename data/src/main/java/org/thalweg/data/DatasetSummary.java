package org.thalweg.data;

import java.util.List;

/**
 * A data set in numbers, as {@code thalweg data info} shows it.
 *
 * @param name with every option in force
 * @param description one sentence
 * @param featureShape shape of one sample's features
 * @param targets in words: {@code 10 classes} or {@code real numbers of shape [1]}
 * @param train samples to learn from
 * @param test samples held out
 * @param contentHash of both splits, see {@link ContentHash}
 */
public record DatasetSummary(
    String name,
    String description,
    List<Integer> featureShape,
    String targets,
    SplitSummary train,
    SplitSummary test,
    String contentHash) {
  public DatasetSummary {
    featureShape = List.copyOf(featureShape);
  }

  /** Reads every sample once. */
  public static DatasetSummary of(Dataset dataset) {
    Targets targets = dataset.train().targets();
    return new DatasetSummary(
        dataset.name(),
        dataset.description(),
        dataset.train().featureShape(),
        targets instanceof Targets.Labels labels
            ? labels.classes() + " classes"
            : "real numbers of shape " + ((Targets.Reals) targets).shape(),
        SplitSummary.of(dataset.train()),
        SplitSummary.of(dataset.test()),
        dataset.contentHash());
  }
}
