package org.thalweg.app;

import java.util.List;
import org.thalweg.data.DatasetDescriptor;
import org.thalweg.data.DatasetSummary;
import org.thalweg.data.Datasets;

/** What data there are. */
public final class DataUseCase {
  /** The data sets known by name, without loading any. */
  public List<DatasetDescriptor> list() {
    return Datasets.list();
  }

  /** Shape, classes, splits and hash of one. */
  public DatasetSummary describe(String name) {
    return DatasetSummary.of(Datasets.open(name));
  }
}
