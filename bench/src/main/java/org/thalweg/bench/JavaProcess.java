package org.thalweg.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of this Java with this class path. */
final class JavaProcess {
  private JavaProcess() {}

  /** To be started; what goes wrong in it is seen here. */
  static ProcessBuilder of(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
