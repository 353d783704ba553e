package org.thalweg.torch.engine;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The native library, loaded once and safely, with one thread for each calling thread.
 *
 * <p>Models of the size studied here lose time when libtorch divides an operation among threads of
 * its own; work is divided among Java threads instead. OpenBLAS gets one thread for the whole
 * process here. Libtorch's intra-op threads (OpenMP) are counted for each calling thread, which is
 * why every thread that computes calls {@link #singleThreaded} or, where one worker has all cores,
 * {@link #threads}.
 */
public final class Libtorch {
  private Libtorch() {}

  /**
   * The version of libtorch and of its Java bindings, e.g. {@code 2.10.0-1.5.13}; loads nothing.
   */
  public static String version() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException e) {
      throw failure("the artifact org.bytedeco:pytorch on the class path", e);
    }
  }

  /**
   * Makes libtorch usable, at the first call by extracting its libraries (once for each machine;
   * other processes wait). Any number of threads may call it any number of times.
   *
   * @throws ThalwegException {@code NATIVE_LIBRARY}, the same at every call, if that is impossible
   */
  public static void load() {
    if (Loading.PROBLEM != null) {
      throw failure(Loading.PROBLEM.expected(), Loading.PROBLEM.cause());
    }
  }

  /** {@link #load} for a thread that is going to compute: it gets one intra-op thread. */
  public static void singleThreaded() {
    load();
    if (torch.get_num_threads() != 1) {
      torch.set_num_threads(1);
    }
  }

  /**
   * {@link #load} for a thread that computes with several intra-op threads, where one worker has
   * the whole machine; OpenBLAS gets as many, for the whole process.
   */
  public static void threads(int count) {
    if (count == 1) {
      singleThreaded();
      return;
    }
    load();
    if (torch.get_num_threads() != count) {
      openblas_nolapack.blas_set_num_threads(count);
      torch.set_num_threads(count);
    }
  }

  private static void link() {
    openblas_nolapack.blas_set_num_threads(1);
    torch.set_num_threads(1);
  }

  private static ThalwegException failure(String expected, Throwable cause) {
    return ThalwegException.of(ErrorCode.NATIVE_LIBRARY)
        .expected(expected)
        .found(cause.toString())
        .because(cause)
        .next(
            "check that the platform is supported (64-bit Linux or Windows, macOS) and that the"
                + " disk has room; -Dorg.bytedeco.javacpp.cachedir=FOLDER chooses another cache"
                + " folder");
  }

  /** What stood in the way of loading. */
  private record Problem(String expected, Throwable cause) {}

  /** Runs at the first use and never again: class initialisation is the lock. */
  private static final class Loading {
    static final @Nullable Problem PROBLEM = attempt();

    private static @Nullable Problem attempt() {
      try {
        NativeLibraries libraries = new NativeLibraries(Loader.getCacheDir().toPath(), version());
        libraries.complete(Libtorch::link);
        link();
        return null;
      } catch (IOException e) {
        return new Problem("a cache folder for native libraries with 600 MB of free space", e);
      } catch (LinkageError | RuntimeException e) {
        return new Problem("a libtorch that fits this operating system and processor", e);
      }
    }
  }
}
