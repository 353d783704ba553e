package org.thalweg.data;

import java.nio.file.Path;
import java.util.Optional;
import org.thalweg.data.DatasetSource.Splits;
import org.thalweg.data.fetch.DataFolders;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The files of a set that is known by name and does not ship with Thalweg. */
record NamedFiles(DataFolders folders, String set) {
  /** One file, raw or with {@code .gz}. */
  UserFile file(String name) {
    Optional<Path> found = folders.find(set, name);
    return new UserFile(
        found.orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
                    .expected(
                        "%s in %s"
                            .formatted(
                                name,
                                String.join(
                                    " or ",
                                    folders.candidates(set).stream().map(Path::toString).toList())))
                    .found("nothing there")
                    .next(
                        "download it with: thalweg data fetch %s; or name by %s a folder with %s/%s"
                            .formatted(set, DataFolders.VARIABLE, set, name))));
  }

  /** Compares the content with what the set is known to be. */
  Splits verified(Splits splits, String contentHash) {
    String found = ContentHash.of(splits.train(), splits.test());
    if (!found.equals(contentHash)) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("the content %s of %s".formatted(contentHash, set))
          .found(found)
          .next("delete the files and download them with: thalweg data fetch " + set);
    }
    return new Splits(splits.description(), splits.train(), splits.test(), Optional.of(found));
  }
}
