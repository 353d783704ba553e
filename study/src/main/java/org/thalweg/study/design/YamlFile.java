package org.thalweg.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A YAML 1.2 file as nodes that know their lines: one document, keys are texts and each stands
 * once, no tags, at most {@value #DEEPEST} levels and {@value #MOST_NODES} values, aliases counted
 * as often as they are used.
 */
public final class YamlFile {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_NODES = 50_000;
  private static final int DEEPEST = 30;
  private static final Map<Tag, YamlScalar.Kind> KINDS =
      Map.of(
          Tag.STR, YamlScalar.Kind.TEXT,
          Tag.INT, YamlScalar.Kind.WHOLE,
          Tag.FLOAT, YamlScalar.Kind.NUMBER,
          Tag.BOOL, YamlScalar.Kind.TRUTH,
          Tag.NULL, YamlScalar.Kind.NOTHING);

  private final String name;
  private int nodes;

  private YamlFile(String name) {
    this.name = name;
  }

  /**
   * Reads the text of a file.
   *
   * @param name of the file, for messages
   * @throws ThalwegException {@code STUDY_FILE} with the line
   */
  public static YamlNode read(String name, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw YamlNode.error(
          new Place(name, 1),
          "at most " + MOST_CHARACTERS + " characters",
          text.length() + " characters",
          "is this the right file?");
    }
    return new YamlFile(name).parse(text);
  }

  private YamlNode parse(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new CoreSchema())
            // What aliases stand for is counted below, with the line.
            .setMaxAliasesForCollections(MOST_NODES)
            .build();
    try {
      refuseDepth(new Parse(settings).parseString(text));
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(
                  () ->
                      YamlNode.error(
                          new Place(name, 1),
                          "keys and values",
                          "nothing but comments or white space",
                          "begin with the lines of an example: thalweg study --help"));
      return convert("", new Place(name, 1), root, 0);
    } catch (MarkedYamlEngineException e) {
      Place place = at(e.getProblemMark().or(e::getContextMark));
      throw ThalwegException.of(ErrorCode.STUDY_FILE)
          .expected("YAML")
          .found(place + ": " + e.getProblem())
          .because(e)
          .next("correct the line; texts with ': ' or ' #' in them need quotes");
    } catch (YamlEngineException e) {
      throw ThalwegException.of(ErrorCode.STUDY_FILE)
          .expected("YAML")
          .found(name + ": " + e.getMessage())
          .because(e)
          .next("correct the file");
    }
  }

  private void refuseDepth(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw tooDeep(at(event.getStartMark()));
      }
    }
  }

  private static ThalwegException tooDeep(Place place) {
    return YamlNode.error(
        place,
        "at most " + DEEPEST + " levels inside each other",
        "more of them",
        "is a bracket missing, or does an alias contain itself?");
  }

  private YamlNode convert(String key, Place place, Node node, int depth) {
    if (++nodes > MOST_NODES) {
      throw YamlNode.error(
          place, "at most " + MOST_NODES + " values", "more of them", "use fewer aliases (*name)");
    }
    if (depth > DEEPEST) {
      throw tooDeep(place);
    }
    if (node instanceof ScalarNode scalar) {
      YamlScalar.Kind kind = KINDS.get(scalar.getTag());
      if (kind == null) {
        throw tagged(node);
      }
      return new YamlScalar(key, at(node.getStartMark()), kind, scalar.getValue());
    }
    if (node instanceof SequenceNode sequence && node.getTag().equals(Tag.SEQ)) {
      List<YamlNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(key, at(item.getStartMark()), item, depth + 1));
      }
      return new YamlSequence(key, place, items);
    }
    if (node instanceof MappingNode mapping && node.getTag().equals(Tag.MAP)) {
      return mapping(key, place, mapping, depth);
    }
    throw tagged(node);
  }

  private YamlMapping mapping(String key, Place place, MappingNode node, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      Place here = at(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        throw YamlNode.error(here, "a word before the colon", "something else", "correct " + here);
      }
      String word = scalar.getValue();
      Place earlier = keys.putIfAbsent(word, here);
      if (earlier != null) {
        throw YamlNode.error(
            here,
            "every key once",
            "'%s' again, first in line %d".formatted(word, earlier.line()),
            "remove one of the two");
      }
      entries.put(word, convert(word, here, entry.getValueNode(), depth + 1));
    }
    return new YamlMapping(key, place, entries, keys);
  }

  private ThalwegException tagged(Node node) {
    Place place = at(node.getStartMark());
    return YamlNode.error(
        place, "values without tags", "the tag " + node.getTag().getValue(), "correct " + place);
  }

  private Place at(Optional<Mark> mark) {
    return new Place(name, mark.map(here -> here.getLine() + 1).orElse(0));
  }
}
