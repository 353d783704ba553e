package org.thalweg.result;

import java.util.List;

/** What a training recorded, how it ended and what it cost. */
public record TrainingHistory(List<TrainingRecord> records, Outcome outcome, Cost cost) {
  public TrainingHistory {
    records = List.copyOf(records);
  }
}
