package org.thalweg.store;

import org.thalweg.result.Barrier;
import org.thalweg.result.PathProfile;
import tools.jackson.databind.node.ObjectNode;

/** Loss and accuracy along a path, with their barriers. */
final class PathProfileFormat {
  private PathProfileFormat() {}

  static ObjectNode write(PathProfile profile, ObjectNode node) {
    node.put("samples", profile.samples());
    node.set("loss", Json.numbers(profile.loss()));
    node.set("lossStandardError", Json.numbers(profile.lossStandardError()));
    node.set("accuracy", Json.numbers(profile.accuracy()));
    write(profile.lossBarrier(), node);
    node.set("error", write(profile.errorBarrier(), Json.object()));
    return node;
  }

  static PathProfile read(JsonFields fields) {
    return new PathProfile(
        fields.text("samples"),
        fields.numbers("loss"),
        fields.numbers("lossStandardError"),
        fields.numbers("accuracy"),
        barrier(fields),
        barrier(fields.object("error")));
  }

  private static ObjectNode write(Barrier barrier, ObjectNode node) {
    node.set("barrier", Json.number(barrier.height()));
    node.set("barrierStandardError", Json.number(barrier.heightStandardError()));
    node.set("barrierT", Json.number(barrier.at()));
    node.set("relativeBarrier", Json.number(barrier.relative()));
    node.set("relativeBarrierStandardError", Json.number(barrier.relativeStandardError()));
    node.set("riseAboveEnds", Json.number(barrier.aboveEnds()));
    node.set("riseAboveEndsStandardError", Json.number(barrier.aboveEndsStandardError()));
    return node;
  }

  private static Barrier barrier(JsonFields fields) {
    return new Barrier(
        fields.number("barrier"),
        fields.number("barrierT"),
        fields.number("riseAboveEnds"),
        fields.number("relativeBarrier"),
        fields.number("barrierStandardError"),
        fields.number("riseAboveEndsStandardError"),
        fields.number("relativeBarrierStandardError"));
  }
}
