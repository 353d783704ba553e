package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial does what it says: its files are written as printed, its commands run in their
 * order, and what it says of them holds.
 */
class TutorialTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- (file|change): (.*?) -->\\n)?```(\\w*)\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path temporary = Path.of("");

  @Test
  void everyCommandRuns() throws IOException {
    Path here = Folders.inside(temporary, "newcomer");
    List<String> said = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(document()));
    while (blocks.find()) {
      if ("file".equals(blocks.group(1))) {
        Files.writeString(here.resolve(blocks.group(2)), blocks.group(4));
        continue;
      }
      if ("change".equals(blocks.group(1))) {
        change(here.resolve("width.yaml"), blocks.group(2).split(" => ", 2));
      }
      for (String line : blocks.group(4).lines().toList()) {
        assertThat(line).startsWith("./thalweg");
        said.add(Thalweg.in(here).run(line.substring("./thalweg".length()).strip()).ok().out());
      }
    }

    assertThat(said).hasSize(12);
    assertThat(here.resolve("runs/quickstart/report.html")).isRegularFile();
    assertThat(said.get(8)).contains("10 trainings");
    assertThat(said.get(9)).contains("10 trials complete");
    assertThat(said.get(10)).contains("15 trials complete");
    assertThat(trainingsOf(here)).as("trainings, none of them twice").isEqualTo(15);
    assertThat(said.get(11)).contains("W1").containsPattern("supported|contradicted|undecided");
    assertThat(here.resolve("runs/studies/width-quick/report.html")).isRegularFile();
    theMistakeItMentionsIsNamedWithItsLine(here);
  }

  private static void theMistakeItMentionsIsNamedWithItsLine(Path here) throws IOException {
    change(here.resolve("width.yaml"), "optimizer: momentum", "optimiser: momentum");
    Finished refused = Thalweg.in(here).run("study width.yaml");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("width.yaml:8", "optimizer");
  }

  private static long trainingsOf(Path here) throws IOException {
    try (var folders = Files.list(here.resolve("runs/studies/trials"))) {
      return folders.filter(Files::isDirectory).count();
    }
  }

  private static void change(Path file, String... beforeAndAfter) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(beforeAndAfter[0]);
    Files.writeString(file, text.replace(beforeAndAfter[0], beforeAndAfter[1]));
  }

  private static Path document() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("docs/tutorial.md"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("no docs/tutorial.md in any folder above");
    }
    return here.resolve("docs/tutorial.md");
  }
}
