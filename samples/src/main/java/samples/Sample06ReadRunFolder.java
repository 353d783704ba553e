package samples;

import java.nio.file.Path;
import org.thalweg.result.SurfaceResult;
import org.thalweg.store.RunFolder;

/**
 * 06: what a run folder holds, read on a machine that has no libtorch: {@code Sample06ReadRunFolder
 * runs/first}.
 *
 * <p>Only core and report are needed ({@code thalweg-report}), in plain Java. A result is a record
 * with its numbers, how it ended and what it cost; its provenance says how it arose.
 */
public final class Sample06ReadRunFolder {
  public static void main(String[] arguments) {
    var run = RunFolder.open(Path.of(arguments[0]));
    System.out.println(run.title());
    run.training()
        .ifPresent(training -> System.out.println("training " + training.history().outcome()));
    run.weights().forEach((name, array) -> System.out.println(name + " " + array.shape()));

    for (var entry : run.results()) {
      var stored = run.result(entry.id());
      System.out.println(stored.id() + " " + stored.result().outcome());
      stored.result().measurements().forEach(System.out::println);
      System.out.println("data " + stored.provenance().dataHash());
      if (stored.result() instanceof SurfaceResult surface) {
        System.out.println(surface.shape());
      }
    }
  }
}
