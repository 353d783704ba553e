package org.thalweg.data.fetch;

import java.net.URI;

/**
 * A file at a public address.
 *
 * @param name under which it is kept
 * @param algorithm of the checksum, as the Java platform names it
 * @param checksum lower-case hexadecimal, as its publisher states it
 */
record RemoteFile(URI address, String name, String algorithm, String checksum) {
  static RemoteFile md5(String folder, String name, String checksum) {
    return new RemoteFile(URI.create(folder + name), name, "MD5", checksum);
  }
}
