package org.thalweg.study.design;

import static org.thalweg.study.design.Mistake.read;
import static org.thalweg.study.design.Mistake.structure;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can be wrong with a study file, one mistake at a time. */
final class Mistakes {
  private static final List<Mistake> FILE =
      List.of(
          structure("thalweg-study: 1\n", "", 1, "thalweg-study", "thalweg-study: 1"),
          structure("thalweg-study: 1", "thalweg-study: 2", 1, "from 1 to 1", "'2'"),
          structure("name: base", "name: My Study", 2, "names a folder", "'My Study'"),
          structure("name: base", "name: ~", 2, "some text", "no value"),
          structure("title: A study", "titel: A study", 3, "'titel'", "did you mean 'title'?"),
          read("name: base", "name: base\nname: twice", 3, "'name' again, first in line 2"),
          read("title: A study to break", "title: one: two", 3, "need quotes"),
          read("title: A study to break", "title: [one", 4, "YAML"),
          read(
              "title: A study to break", "title: !!binary two", 3, "values without tags", "binary"),
          structure("title: A study to break", "title: [one]", 3, "a single value", "a list"),
          read("title: A study to break", "title: \t- one", 3, "YAML"),
          structure("training:\n", "training: 3\nold:\n", 6, "'old'", "one of the keys"),
          read("  data: mnist", "  data: &d [*d]", 6, "at most 30 levels", "contain itself"));

  private static final List<Mistake> TRAINING =
      List.of(
          structure("  epochs: 3", "  epoch: 3", 7, "'epoch'", "did you mean 'epochs'?"),
          structure("  epochs: 3", "  epochs: many", 7, "a whole number", "'many'"),
          structure("  epochs: 3", "  epochs: 1.5", 7, "a whole number", "'1.5'"),
          structure("  epochs: 3", "  epochs: -1", 7, "at least 0"),
          read("  epochs: 3", "  epochs: 0x10", 7, "a whole number", "'0x10'"),
          structure("  epochs: 3", "  until-accuracy: 97", 7, "fraction", "0.97"),
          structure("  snapshots: true", "  snapshots: yes", 8, "true or false", "'yes'"),
          structure("  epochs: 3", "  lr: 0", 7, "above 0"),
          read("  epochs: 3", "  lr: .nan", 7, "a number above 0", "'.nan'"),
          structure("  epochs: 3", "  optimizer: adm", 7, "did you mean 'adam'?"),
          read("  epochs: 3", "  optimizer: adam\n  momentum: 0.9", 8, "here it is adam"),
          read("  data: mnist\n", "", 14, "'data' under 'training:'", "data: mnist"));

  private static final List<Mistake> DESIGN =
      List.of(
          structure("batch: [32, 128]", "batch: []", 15, "at least one level"),
          structure("batch: [32, 128]", "batch: {levels: {}}", 15, "at least one level"),
          structure("batch: [32, 128]", "batch: {title: size}", 15, "'levels' in 'batch'"),
          read("batch: [32, 128]", "width: [32, 128]", 15, "training options", "option: net"),
          read("batch: [32, 128]", "batch: [32, 32]", 15, "every level once"),
          structure("batch: [32, 128]", "Batch: [32, 128]", 15, "small letters", "'Batch'"),
          read("batch: [32, 128]", "net: [mlp:1, mlp:2]", 15, "'net', which the factor 'network'"),
          read("  batch: [32, 128]", "  lr: {levels: {a: {}, b: {}}}", 15, "trains exactly as"),
          structure("seeds: 3", "seeds: 0", 16, "from 1 to 100000"),
          structure("seeds: 3", "seeds: []", 16, "at least one seed"),
          structure("seeds: 3", "seeds: [1, -1]", 16, "at least 0"),
          read("seeds: 3", "seeds: [1, 1]", 16, "every seed once"),
          read("seeds: 3", "seeds: 100000", 9, "at most 2,000 trials", "trials-at-most: 400000"),
          read("seeds: 3", "seeds: 3\ntrials-at-most: 11", 17, "at most 11 trials", "12:"),
          read("seeds: 3", "seeds: 3\nexclude: [{network: rnn}]", 17, "one of mlp, cnn", "'rnn'"),
          read("seeds: 3", "seeds: 3\nexclude: [{network: [mlp, cnn]}]", 17, "leaves nothing"),
          read(
              "seeds: 3",
              "seeds: 3\nexclude: [{network: mlp}, {network: mlp}]",
              17,
              "not excluded yet"),
          structure("seeds: 3", "seeds: 3\ndesign: star", 17, "grid, list, paired", "'star'"),
          structure("seeds: 3", "seeds: 3\ndesign: list", 1, "'cells'"),
          structure("seeds: 3", "seeds: 3\ncells: [{network: mlp}]", 17, "design: list"),
          structure("seeds: 3", "seeds: 3\ndesign: list\ncells: []", 18, "at least one comb"),
          read("seeds: 3", "seeds: 3\ndesign: list\ncells: [{network: mlp}]", 18, "'batch'"),
          read(
              "batch: [32, 128]\nseeds: 3",
              "batch: [32, 64, 128]\nseeds: 3\ndesign: paired",
              15,
              "as many levels",
              "3 in 'batch'"));

  private static final List<Mistake> PROBES =
      List.of(
          structure("probe: hessian", "probe: hesian", 18, "did you mean 'hessian'?"),
          structure("  slice: {", "  slide: {", 19, "probe: ", "did you mean 'slice'?"),
          structure("top: 1", "tops: 1", 18, "'tops'", "did you mean 'top'?"),
          structure("top: 1", "top: one", 18, "a whole number", "'one'"),
          structure("top: 1", "top: [1]", 18, "a single value"),
          structure("top: 1", "matrix: hesse", 18, "one of hessian, ggn"),
          structure("points: 11", "points: 11, at: start", 19, "initial, final or epoch N"),
          read("points: 11", "points: 11, at: epoch 9", 19, "epoch 9.0 of 3"),
          structure("points: 11", "direction: 'to:other'", 19, "under 'pairs:'"),
          read("points: 5}\npairs", "points: 5, at: initial}\npairs", 20, "remove 'at:'"),
          read("  snapshots: true\n", "", 19, "snapshots: true", "'mlp · 32'"),
          structure("  slice:", "  training:", 19, "not 'training'"),
          structure("  slice: {", "  Slice: {probe: slice, ", 19, "small letters"),
          structure("spectrum: {probe: hessian", "spectrum: {probe: connect", 18, "'pairs:'"),
          structure("points: 5}\nquant", "align: rotation}\nquant", 22, "none, permutation"),
          read("points: 5}\nquant", "pairs: 3}\nquant", 22, "from 1 to 1"),
          read("  line: {points: 5}", "  slice: {points: 5}", 22, "another name"),
          read("seeds: 3", "seeds: 1", 22, "at least two seeds"));

  private static final List<Mistake> NUMBERS =
      List.of(
          structure("- lambda_max\n", "- lambda\n", 26, "standard quantity", "'lambda'"),
          structure("- lambda_max\n", "- lambda_mx\n", 26, "did you mean 'lambda_max'?"),
          read("- lambda_max\n", "- entropy\n", 26, "sharpness: {probe: sharpness}"),
          read("- lambda_max\n", "- trace\n", 26, "add  trace: true  to 'spectrum'"),
          read("- lambda_max\n", "- epochs_to_target\n", 26, "until-accuracy"),
          read("- lambda_max\n", "- gap\n", 26, "every quantity once"),
          structure("lambda_max * 2}", "lambda_max * 2, units: x}", 28, "'units'"),
          structure("{formula: lambda_max * 2}", "{title: none}", 28, "one of value, measure"),
          structure(
              "{formula: lambda_max * 2}", "{formula: gap, value: /top}", 28, "value and formula"),
          structure("{formula: lambda_max * 2}", "{value: /top}", 28, "'from'"),
          structure("{formula: lambda_max * 2}", "{from: slice, value: top}", 28, "JSON pointer"),
          read(
              "{formula: lambda_max * 2}",
              "{from: slise, value: /top}",
              28,
              "did you mean 'slice'?"),
          structure("{formula: lambda_max * 2}", "{statistic: final-loss}", 28, "final-train-loss"),
          structure(
              "{formula: lambda_max * 2}", "{statistic: epochs-to-loss:x}", 28, "after the colon"),
          structure(
              "{formula: lambda_max * 2}", "{formula: gap, role: cause}", 28, "one of predictor"),
          read("lambda_max * 2", "lambda_max *", 28, "arithmetic over quantities"),
          read("lambda_max * 2", "lambda_max * (2", 28, "arithmetic over quantities"),
          read("lambda_max * 2", "random() * 2", 28, "arithmetic over quantities"),
          read("lambda_max * 2", "Lambda_max * 2", 28, "did you mean 'lambda_max'?"),
          read("lambda_max * 2", "lambda_max + own", 28, "own → own"),
          read("lambda_max * 2", "lambda_max + barrier", 28, "over quantities of pairs"),
          structure("- own:", "- Own:", 28, "small letters"),
          structure("- own:", "- log:", 28, "no function of formulas"),
          structure("- own: {", "- other: {statistic: epochs}\n    own: {", 28, "after each dash"),
          structure("series: [train_loss", "series: [loss", 29, "one of train_loss"),
          structure(
              "series: [train_loss",
              "series: [{a: {from: training, column: loss}}",
              29,
              "one of trainLoss"),
          read("pictures: [slice]", "pictures: [spectrum]", 30, "slice, trajectory"));

  private static final List<Mistake> QUESTIONS =
      List.of(
          structure("  compare:", "  compares:", 32, "did you mean 'compare'?"),
          read("    network: [lambda_max", "    net: [lambda_max", 33, "network, batch"),
          read("network: [lambda_max", "network: [lambda", 33, "one of train_loss"),
          structure("{predictor: lambda_max, outcome: gap,", "{predictor: lambda_max,", 35, "'out"),
          read("outcome: gap, given", "outcome: lambda_max, given", 35, "two different"),
          read("outcome: gap, given", "outcome: barrier, given", 31, "quantities of pairs"),
          structure("{lambda_max: 0.5}", "{lambda_max: half}", 39, "a number", "'half'"),
          structure("{lambda_max: 0.5}", "{}", 39, "at least one quantity"),
          structure("outcome: test_loss}", "outcome: test_loss, order: up}", 41, "'order'"),
          structure("  quick:", "  fast:", 43, "quick, paper"),
          structure("  quick:\n    seeds: 2", "  quick:\n    name: b", 44, "the same for all"),
          read("  quick:\n    seeds: 2", "  quick:\n    series: [x]", 44, "one of train_loss"),
          read("  quick:\n    seeds: 2", "  paper:\n    probes: {slices: {}}", 44, "'slice'?"),
          read("  quick:\n    seeds: 2", "  paper:\n    cells: ~", 44, "only removes"));

  private Mistakes() {}

  static Stream<Mistake> all() {
    return Stream.of(FILE, TRAINING, DESIGN, PROBES, NUMBERS, QUESTIONS).flatMap(List::stream);
  }
}
