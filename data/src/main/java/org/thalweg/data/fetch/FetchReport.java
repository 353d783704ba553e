package org.thalweg.data.fetch;

import java.nio.file.Path;
import java.util.List;

/**
 * What a fetch did.
 *
 * @param set its name
 * @param folder where the files lie now
 * @param downloaded names of files that were downloaded; empty if everything was there
 */
public record FetchReport(String set, Path folder, List<String> downloaded) {
  public FetchReport {
    downloaded = List.copyOf(downloaded);
  }
}
