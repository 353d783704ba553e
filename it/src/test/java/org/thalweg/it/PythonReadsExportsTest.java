package org.thalweg.it;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code export} writes, in the programs it is written for. */
class PythonReadsExportsTest {
  @TempDir private static Path temporary = Path.of("");

  private static Path here = Path.of("");

  @BeforeAll
  static void measure() {
    Python.require("numpy");
    here = Folders.inside(temporary, "exports");
    TrainedNetwork.copyInto(here);
    Thalweg.in(here).run("slice run --points 7 --samples 50").ok();
    Thalweg.in(here).run("surface run --points 5 --samples 50").ok();
    export("json");
  }

  @Test
  void numpyOpensNpz() {
    export("npz");
    check("numpy");
  }

  @Test
  void h5pyFindsTheKeysOfLossLandscape() {
    Python.require("numpy", "h5py");
    export("h5");
    check("h5");
  }

  @Test
  void vtkReadsPolyData() {
    Python.require("numpy", "vtk");
    export("vtp");
    check("vtp");
  }

  @Test
  void pyTorchOpensTheNetworkAndGivesTheSameLogits() {
    Python.require("numpy", "torch");
    export("torchscript");
    export("weights");
    check("torch");
  }

  private static void export(String format) {
    Thalweg.in(here).run("export run --out out --to " + format).ok();
  }

  private static void check(String what) {
    Python.run(script(), what, here.resolve("out").toString());
  }

  private static String script() {
    try {
      return Path.of(
              Objects.requireNonNull(PythonReadsExportsTest.class.getResource("check_exports.py"))
                  .toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
