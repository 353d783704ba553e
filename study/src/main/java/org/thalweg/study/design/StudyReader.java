package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** One study out of the nodes of its file, with the changes of its scale already made. */
final class StudyReader {
  static final String VERSION = "thalweg-study";
  static final List<String> KEYS =
      List.of(
          VERSION,
          "name",
          "title",
          "question",
          "source",
          "training",
          "factors",
          "design",
          "cells",
          "exclude",
          "seeds",
          "trials-at-most",
          "probes",
          "pairs",
          "quantities",
          "series",
          "pictures",
          "analysis",
          "scales");

  /** Unless a study says otherwise: more is a slip rather than a wish. */
  static final int MOST_TRIALS = 2_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final int MOST_SEEDS = 100_000;
  private static final int DEFAULT_SEEDS = 5;

  private final YamlMapping study;
  private final Scale scale;
  private final String text;

  StudyReader(YamlMapping study, Scale scale, String text) {
    this.study = study;
    this.scale = scale;
    this.text = text;
  }

  Study read() {
    study.only(KEYS);
    study.require(VERSION, "1").scalar().whole(1, 1);
    String name = name(study.require("name", "my-study").scalar());
    List<Levels> levels = Levels.read(study.find("factors"));
    List<Factor> factors = levels.stream().map(Levels::factor).toList();
    List<Cell> cells = new CellsReader(study, levels).read();
    List<Long> seeds = seeds();
    refuseTooMany((long) cells.size() * seeds.size(), cells.size(), seeds.size());
    ProbesReader reader = new ProbesReader();
    List<ProbePlan> probes = reader.probes(study.find("probes"));
    List<PairPlan> pairs = reader.pairs(study.find("pairs"), seeds.size(), probes);
    QuantitiesReader quantities = new QuantitiesReader(probes, pairs, cells);
    quantities.read(study.find("quantities"));
    AnalysisPlan analysis = new AnalysisReader(factors, quantities).read(study.find("analysis"));
    SeriesReader series = new SeriesReader(probes);
    Study read =
        new Study(
            name,
            text("title").orElse(name),
            text("question").orElse(""),
            text("source").orElse(""),
            scale,
            factors,
            cells,
            seeds,
            probes,
            pairs,
            quantities.finish(),
            series.series(study.find("series")),
            series.pictures(study.find("pictures")),
            analysis,
            text);
    new StudyChecks(read, study).check();
    return read;
  }

  private static String name(YamlScalar name) {
    if (!NAME.matcher(name.text()).matches()) {
      throw name.wrong(
          "small letters, digits and '-', for it names a folder", "e.g.  name: my-study");
    }
    return name.raw();
  }

  private Optional<String> text(String key) {
    return study.value(key).map(YamlScalar::text).map(String::strip);
  }

  private List<Long> seeds() {
    Optional<YamlNode> said = study.find("seeds");
    if (said.isEmpty()) {
      return count(DEFAULT_SEEDS);
    }
    if (said.get() instanceof YamlSequence list) {
      Set<Long> seeds = new LinkedHashSet<>();
      for (YamlNode item : list.items()) {
        if (!seeds.add(item.scalar().whole(0, Long.MAX_VALUE))) {
          throw item.wrong("every seed once", "remove one of the two");
        }
      }
      if (seeds.isEmpty()) {
        throw list.wrong("at least one seed", "e.g.  seeds: 5  or  seeds: [1, 2, 3]");
      }
      return List.copyOf(seeds);
    }
    return count((int) said.get().scalar().whole(1, MOST_SEEDS));
  }

  private static List<Long> count(int seeds) {
    return LongStream.rangeClosed(1, seeds).boxed().toList();
  }

  private void refuseTooMany(long trials, int cells, int seeds) {
    Optional<YamlScalar> limit = study.value("trials-at-most");
    int most = limit.map(value -> value.count(1)).orElse(MOST_TRIALS);
    if (trials > most) {
      List<Place> places = new ArrayList<>();
      limit.ifPresent(value -> places.add(value.place()));
      places.add(study.place("factors"));
      throw YamlNode.error(
          places.get(0),
          "at most %,d trials".formatted(most),
          "%,d: %,d combinations of levels × %,d seeds".formatted(trials, cells, seeds),
          "take fewer levels or seeds; if you mean it, write  trials-at-most: " + trials);
    }
  }
}
