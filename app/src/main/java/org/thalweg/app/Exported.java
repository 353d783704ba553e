package org.thalweg.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What an export wrote.
 *
 * @param files one for each result that the format can hold
 * @param left ids of the results that it cannot hold
 */
public record Exported(List<Path> files, List<String> left) {
  public Exported {
    files = List.copyOf(files);
    left = List.copyOf(left);
  }
}
