package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.cli.LauncherUnderTest.Finished;
import org.thalweg.error.ErrorCode;

/** The launcher script over a Java and a Maven that only pretend. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class LauncherTest {
  @TempDir private Path folder = Path.of("");
  private LauncherUnderTest launcher = new LauncherUnderTest(folder);

  @BeforeEach
  void prepare() throws IOException {
    launcher = new LauncherUnderTest(folder.resolve("a folder with spaces"));
    launcher.create();
    launcher.java("jdk", "17.0.2");
    launcher.environment.put("JAVA_HOME", launcher.path("jdk"));
  }

  @Test
  void theScriptParses() throws Exception {
    assertThat(
            LauncherUnderTest.finish(new ProcessBuilder("bash", "-n", launcher.path("thalweg")))
                .code())
        .isZero();
  }

  @Test
  void buildsOnFirstUseThenRuns() throws Exception {
    Finished first = launcher.run("slice", "two words", "*");
    assertThat(first.code()).isZero();
    assertThat(first.out().lines()).endsWith("<slice>", "<two words>", "<*>");
    assertThat(first.err()).startsWith("thalweg: first use: building").contains("[1/1] core");
    assertThat(first.err().lines()).endsWith("thalweg: built");

    Finished second = launcher.run("slice");
    assertThat(second.err()).isEmpty();
    assertThat(launcher.builds()).isEqualTo(1);
  }

  @Test
  void runsFromAnywhereAndThroughSymbolicLinks() throws Exception {
    launcher.run();
    Path links = Files.createDirectory(folder.resolve("links"));
    Path first = Files.createSymbolicLink(links.resolve("one"), launcher.file("thalweg"));
    Path second = Files.createSymbolicLink(links.resolve("two"), Path.of("one"));
    for (Path each : List.of(first, second)) {
      Finished run = launcher.runScript(each, links);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains(launcher.path("cli/target/thalweg-cli.jar"));
    }
    assertThat(launcher.builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
    launcher.run();
    launcher.makeOld();
    launcher.run();
    assertThat(launcher.builds()).isEqualTo(1);

    Files.setLastModifiedTime(
        launcher.file("core/src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(launcher.run().err()).startsWith("thalweg: sources have changed");
    assertThat(launcher.builds()).isEqualTo(2);

    launcher.makeOld();
    Files.delete(launcher.file("core/src/main/java/A.java"));
    launcher.run();
    assertThat(launcher.builds()).isEqualTo(3);
  }

  @Test
  void severalAtOnceBuildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      processes.add(launcher.builder("report").start());
    }
    for (Process process : processes) {
      assertThat(LauncherUnderTest.finish(process).code()).isZero();
    }
    assertThat(launcher.builds()).isEqualTo(1);
    assertThat(launcher.file(".thalweg/build.lock")).doesNotExist();
  }

  @Test
  void theLockOfADeadProcessIsTakenOver() throws Exception {
    Files.createDirectories(launcher.file(".thalweg"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(launcher.file(".thalweg/build.lock"), Path.of("pid:" + dead.pid()));
    // A living process that is no launcher: the number was used again.
    Files.createSymbolicLink(
        launcher.file(".thalweg/build.lock.removal"),
        Path.of("pid:" + ProcessHandle.current().pid()));
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(launcher.builder().start());
    }
    for (Process process : processes) {
      assertThat(LauncherUnderTest.finish(process).code()).isZero();
    }
    assertThat(launcher.builds()).isEqualTo(1);
  }

  @Test
  void aBuildThatWasKilledIsDoneAgain() throws Exception {
    launcher.run();
    Files.delete(launcher.file("cli/target/thalweg.stamp"));
    Files.createDirectories(launcher.file("cli/target/lib"));
    Files.createFile(launcher.file("cli/target/lib/half.jar"));
    assertThat(launcher.run().code()).isZero();
    assertThat(launcher.builds()).isEqualTo(2);
    assertThat(launcher.file("cli/target/lib/half.jar")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void aSignalEndsTheBuildAndLeavesNoLock(Signal signal) throws Exception {
    launcher.environment.put("FAKE_MAVEN_SECONDS", "60");
    Process process = launcher.builder().start();
    while (!Files.exists(launcher.file(".thalweg/build.pid"))) {
      Thread.sleep(10);
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    Finished stopped = LauncherUnderTest.finish(process);
    assertThat(stopped.code()).isEqualTo(signal == Signal.INT ? 130 : 143);
    assertThat(stopped.err()).contains("stopped").doesNotContain("\nthalweg: built");
    assertThat(launcher.file(".thalweg/build.lock")).doesNotExist();
    launcher.environment.remove("FAKE_MAVEN_SECONDS");
    assertThat(launcher.run().code()).isZero();
  }

  /** What a shell may send. */
  enum Signal {
    INT,
    TERM
  }

  @Test
  void aBuildThatFailsSaysWhyAndWhereToRead() throws Exception {
    launcher.environment.put("FAKE_MAVEN_EXIT", "7");
    Finished failed = launcher.run();
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("cannot resolve something")
        .contains(ErrorCode.BUILD_FAILED.id() + " " + ErrorCode.BUILD_FAILED.summary())
        .contains("exit code 7")
        .contains(".thalweg/build.log");
    assertThat(failed.out()).isEmpty();
    assertThat(launcher.file("cli/target/thalweg.stamp")).doesNotExist();
    assertThat(launcher.file(".thalweg/build.lock")).doesNotExist();
  }

  @Test
  void oldJavaIsPassedOverAndMissingJavaExplained() throws Exception {
    launcher.java("old", "11.0.20");
    launcher.java("veryold", "1.8.0_392");
    Files.delete(launcher.file("veryold/release"));
    for (String home : List.of("old", "veryold")) {
      launcher.environment.put("JAVA_HOME", launcher.path(home));
      Finished run = launcher.run();
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err())
          .startsWith(ErrorCode.TOOL_MISSING.id() + " " + ErrorCode.TOOL_MISSING.summary())
          .contains("Java 17 or later")
          .contains(home.equals("old") ? "Java 11 at" : "Java 8 at")
          .contains("next:     install a JDK");
    }
    launcher.environment.remove("JAVA_HOME");
    assertThat(launcher.run().err()).contains("found:    no java");

    launcher.environment.put("JAVA_HOME", launcher.path("old"));
    launcher.addToPath(launcher.file("jdk/bin/java"));
    assertThat(launcher.run().code()).isZero();
  }

  @Test
  void missingOrOldMavenIsExplained() throws Exception {
    launcher.environment.put("FAKE_MAVEN_VERSION", "3.6.2");
    Finished old = launcher.run();
    assertThat(old.code()).isEqualTo(1);
    assertThat(old.err()).startsWith("TW-6004 ").contains("3.6.3 or later").contains("Maven 3.6.2");

    Files.delete(launcher.file("bin/mvn"));
    Finished missing = launcher.run();
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).startsWith("TW-6004 ").contains("no mvn").contains("apt install");
  }

  @Test
  void onceBuiltItNeedsNoMavenAndNoCompiler() throws Exception {
    launcher.run();
    Files.delete(launcher.file("bin/mvn"));
    Files.delete(launcher.file("jdk/bin/javac"));
    assertThat(launcher.run().code()).isZero();
  }

  @Test
  void argumentsForMavenPassThrough() throws Exception {
    launcher.environment.put("FAKE_MAVEN_VERSION", "3.8.7");
    launcher.environment.put("MAVEN_ARGS", "-Dmaven.repo.local=/tmp/x");
    assertThat(launcher.run().code()).isZero();
    assertThat(Files.readString(launcher.file(".thalweg/build.log")))
        .contains("-B -Dquick package -pl cli -am -Dmaven.repo.local=/tmp/x");
  }

  @Test
  void javaGetsItsEnvironmentUnlessTheUserSaidOtherwise() throws Exception {
    launcher.environment.put("THALWEG_JAVA_OPTS", "-Xmx4g -Da=b");
    String usual = launcher.run().out();
    assertThat(usual).contains("<-Xmx4g>\n<-Da=b>\n<-jar>").contains("OMP_NUM_THREADS=1\n");
    launcher.environment.put("OMP_NUM_THREADS", "2");
    launcher.environment.put("MALLOC_ARENA_MAX", "7");
    launcher.environment.put("GLIBC_TUNABLES", "glibc.malloc.hugetlb=0");
    assertThat(launcher.run().out())
        .contains("OMP_NUM_THREADS=2\n", "MALLOC_ARENA_MAX=7\n")
        .contains("GLIBC_TUNABLES=glibc.malloc.hugetlb=0\n");
  }

  @Test
  void classesAreArchivedByTheBuildForThisJavaOnly() throws Exception {
    String option = "<-XX:SharedArchiveFile=" + launcher.path("cli/target/thalweg-java17.jsa>");
    assertThat(launcher.run().out()).contains(option, "<-Xlog:disable>");
    assertThat(launcher.file("cli/target/thalweg-java17.jsa.new")).doesNotExist();

    launcher.java("later", "25.0.1");
    launcher.environment.put("JAVA_HOME", launcher.path("later"));
    assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
    launcher.environment.put("JAVA_HOME", launcher.path("jdk"));
    launcher.environment.put("THALWEG_JAVA_OPTS", "-javaagent:x.jar");
    assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void withoutAnArchiveOfClassesEverythingWorks() throws Exception {
    launcher.environment.put("FAKE_DUMP_EXIT", "134");
    Finished run = launcher.run("slice");
    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).endsWith("thalweg: built");
    assertThat(run.out()).doesNotContain("SharedArchiveFile").endsWith("<slice>\n");
    assertThat(launcher.file("cli/target/thalweg-java17.jsa")).doesNotExist();
    assertThat(launcher.file("cli/target/thalweg-java17.jsa.new")).doesNotExist();
  }

  @Test
  void aNewBuildMakesANewArchive() throws Exception {
    launcher.run();
    Files.delete(launcher.file("cli/target/thalweg.stamp"));
    launcher.environment.put("FAKE_DUMP_EXIT", "1");
    assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "--version", "slice runs/first -h", "data list --json"})
  void briefCommandsAreNotCompiledWell(String arguments) throws Exception {
    launcher.run();
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    assertThat(launcher.run(words).out()).contains("<-XX:TieredStopAtLevel=1>");
    assertThat(launcher.run("slice", "runs/first").out()).doesNotContain("TieredStopAtLevel");
  }

  @Test
  void theLauncherKnowsTheCatalogue() throws IOException {
    String script = Files.readString(launcher.file("thalweg"));
    for (ErrorCode code :
        List.of(
            ErrorCode.TOOL_MISSING,
            ErrorCode.BUILD_FAILED,
            ErrorCode.NATIVE_LIBRARY,
            ErrorCode.FILE_NOT_WRITABLE)) {
      assertThat(script).contains("fail " + code.id() + " '" + code.summary() + "'");
    }
  }
}
