package org.thalweg.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser that loads a page from disk and says what became of it. */
public record Chromium(Path program) {

  /** The document after its scripts have run, and what the browser logged. */
  public record Loaded(String document, List<String> consoleLines) {}

  public static Optional<Chromium> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":"))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  public Loaded load(Path page, Path scratch, String... options) throws Exception {
    Path document = scratch.resolve("document.html");
    Path log = scratch.resolve("log.txt");
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--enable-logging=stderr",
            "--window-size=1280,1600",
            "--virtual-time-budget=120000"));
    command.addAll(List.of(options));
    command.addAll(List.of("--dump-dom", page.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(document.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IOException("the browser did not end; its log:\n" + Files.readString(log));
    }
    return new Loaded(
        Files.readString(document),
        Files.readAllLines(log).stream().filter(line -> line.contains(":CONSOLE")).toList());
  }
}
