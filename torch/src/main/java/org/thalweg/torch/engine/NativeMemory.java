package org.thalweg.torch.engine;

import org.bytedeco.javacpp.Pointer;

/**
 * What the process holds outside the Java heap at one moment; the difference of two is a leak or a
 * cache.
 *
 * @param liveObjects native objects that Java owns and has not freed
 * @param liveBytes their size as JavaCPP counts it: a tensor counts as a handle, not as its numbers
 * @param residentBytes physical memory of the process, Java heap included
 */
public record NativeMemory(long liveObjects, long liveBytes, long residentBytes) {
  public static NativeMemory now() {
    Libtorch.load();
    return new NativeMemory(Pointer.totalCount(), Pointer.totalBytes(), Pointer.physicalBytes());
  }

  /** What was gained since {@code earlier}. */
  public NativeMemory minus(NativeMemory earlier) {
    return new NativeMemory(
        liveObjects - earlier.liveObjects,
        liveBytes - earlier.liveBytes,
        residentBytes - earlier.residentBytes);
  }
}
