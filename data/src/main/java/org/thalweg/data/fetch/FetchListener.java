package org.thalweg.data.fetch;

/** Told how a download goes, from the thread that downloads. */
@FunctionalInterface
public interface FetchListener {
  /**
   * Some bytes arrived.
   *
   * @param file being downloaded
   * @param received bytes so far, those of an earlier attempt included
   * @param total bytes of the whole file; −1 if the server does not say
   */
  void received(String file, long received, long total);
}
