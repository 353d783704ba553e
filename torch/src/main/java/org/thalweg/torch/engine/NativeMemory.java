package org.thalweg.torch.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

  /**
   * Physical memory that this process can still get: what is free on the machine, in the container
   * if there is one, and below JavaCPP's limit for the process ({@code
   * org.bytedeco.javacpp.maxphysicalbytes}), whichever is least.
   */
  public static long free() {
    Libtorch.load();
    long free = Pointer.availablePhysicalBytes();
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        && system.getTotalMemorySize() < Pointer.totalPhysicalBytes()) {
      free = Math.min(free, system.getFreeMemorySize());
    }
    if (Pointer.maxPhysicalBytes() > 0) {
      free = Math.min(free, Pointer.maxPhysicalBytes() - Pointer.physicalBytes());
    }
    return Math.max(0, free);
  }

  /** What was gained since {@code earlier}. */
  public NativeMemory minus(NativeMemory earlier) {
    return new NativeMemory(
        liveObjects - earlier.liveObjects,
        liveBytes - earlier.liveBytes,
        residentBytes - earlier.residentBytes);
  }
}
