package org.thalweg.app;

import java.util.List;
import org.thalweg.data.DatasetDescriptor;
import org.thalweg.data.DatasetSummary;
import org.thalweg.data.Datasets;
import org.thalweg.data.fetch.DataFolders;
import org.thalweg.data.fetch.DatasetFetch;
import org.thalweg.data.fetch.FetchReport;
import org.thalweg.execution.ProgressListener;

/** What data there are. */
public final class DataUseCase {
  /** The data sets known by name, without loading any. */
  public List<DatasetDescriptor> list() {
    return Datasets.list();
  }

  /** The kinds of files that can be opened as data. */
  public List<DatasetDescriptor> files() {
    return Datasets.files();
  }

  /** The options that every data set takes. */
  public List<DatasetDescriptor.Option> scaling() {
    return Datasets.scaling();
  }

  /** Shape, classes, splits and hash of one. */
  public DatasetSummary describe(String name) {
    return DatasetSummary.of(Datasets.open(name));
  }

  /** Brings the files of a named set to this machine, or finds that they are here. */
  public FetchReport fetch(String name, ProgressListener progress) {
    return DatasetFetch.to(DataFolders.ofUser())
        .fetch(name, (file, done, total) -> progress.progress("fetch " + file, done, total));
  }
}
