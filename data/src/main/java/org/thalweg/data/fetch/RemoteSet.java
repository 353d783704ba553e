package org.thalweg.data.fetch;

import java.util.List;

/**
 * The files of a named set.
 *
 * @param name of the set and of its folder
 * @param remote what is downloaded
 * @param members files to take out of a tar.gz archive; empty if the downloads are kept as they are
 */
record RemoteSet(String name, List<RemoteFile> remote, List<String> members) {
  private static final String FASHION =
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

  /** The sets that can be downloaded. */
  static final List<RemoteSet> ALL =
      List.of(
          new RemoteSet(
              "fashion-mnist",
              List.of(
                  RemoteFile.md5(
                      FASHION, "train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                  RemoteFile.md5(
                      FASHION, "train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe"),
                  RemoteFile.md5(
                      FASHION, "t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79"),
                  RemoteFile.md5(
                      FASHION, "t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310")),
              List.of()),
          new RemoteSet(
              "cifar10",
              List.of(
                  RemoteFile.md5(
                      "https://www.cs.toronto.edu/~kriz/",
                      "cifar-10-binary.tar.gz",
                      "c32a1d4ab5d03f1284b67883e8d87530")),
              List.of(
                  "data_batch_1.bin",
                  "data_batch_2.bin",
                  "data_batch_3.bin",
                  "data_batch_4.bin",
                  "data_batch_5.bin",
                  "test_batch.bin")));

  /** What is there when everything is. */
  List<String> files() {
    return members.isEmpty() ? remote.stream().map(RemoteFile::name).toList() : members;
  }
}
