package org.thalweg.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, and of what it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");
    return "thalweg %s (Java %s, %s %s)"
        .formatted(
            version,
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
