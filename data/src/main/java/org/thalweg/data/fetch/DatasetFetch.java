package org.thalweg.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Downloads the files of a named set to the cache, unless they are there or in the folder given by
 * {@code THALWEG_DATA}.
 *
 * <p>A download that ends early is kept and continued next time; a file appears under its name only
 * whole and with the checksum its publisher states.
 */
public final class DatasetFetch {
  private final DataFolders folders;
  private final List<RemoteSet> sets;
  private final Download download;

  private DatasetFetch(DataFolders folders, List<RemoteSet> sets, Download download) {
    this.folders = folders;
    this.sets = List.copyOf(sets);
    this.download = download;
  }

  public static DatasetFetch to(DataFolders folders) {
    return new DatasetFetch(folders, RemoteSet.ALL, new Download());
  }

  static DatasetFetch of(DataFolders folders, List<RemoteSet> sets, Download download) {
    return new DatasetFetch(folders, sets, download);
  }

  /** Names of the sets that can be downloaded. */
  public List<String> names() {
    return sets.stream().map(RemoteSet::name).toList();
  }

  /**
   * Downloads what is missing.
   *
   * @throws ThalwegException {@code UNKNOWN_DATA}; {@code DATA_UNREACHABLE}; {@code DATA_CORRUPT}
   *     if a checksum does not fit; {@code FILE_NOT_WRITABLE}; {@code DISK_FULL}; {@code CANCELLED}
   *     when the thread is interrupted
   */
  public FetchReport fetch(String name, FetchListener listener) {
    RemoteSet set =
        sets.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    ThalwegException.of(ErrorCode.UNKNOWN_DATA)
                        .expected("one of " + String.join(", ", names()))
                        .found("'" + name + "'")
                        .next("only these are downloaded; see all with: thalweg data list"));
    for (Path folder : folders.candidates(name)) {
      if (set.files().stream().allMatch(file -> present(folder, file))) {
        return new FetchReport(name, folder, List.of());
      }
    }
    Path folder = folders.cache().resolve(name);
    try {
      Files.createDirectories(folder);
      List<String> downloaded = new ArrayList<>();
      for (RemoteFile file : set.remote()) {
        if (set.members().isEmpty() && present(folder, file.name())) {
          continue;
        }
        Path arrived = download.fetch(file, folder, listener);
        downloaded.add(file.name());
        if (!set.members().isEmpty()) {
          TarArchive.extract(arrived, set.members(), folder);
          Files.delete(arrived);
        }
      }
      return new FetchReport(name, folder, downloaded);
    } catch (IOException e) {
      throw Download.unwritable(folder, e);
    }
  }

  private static boolean present(Path folder, String file) {
    return Files.isRegularFile(folder.resolve(file))
        || (file.endsWith(".gz")
            && Files.isRegularFile(folder.resolve(file.substring(0, file.length() - 3))));
  }
}
