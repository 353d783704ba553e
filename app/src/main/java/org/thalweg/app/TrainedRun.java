package org.thalweg.app;

import java.nio.file.Path;
import org.thalweg.result.TrainingHistory;

/**
 * What a training left.
 *
 * @param folder the run folder
 * @param title one line on what was trained on what
 * @param history what was recorded, and how it ended
 */
public record TrainedRun(Path folder, String title, TrainingHistory history) {}
