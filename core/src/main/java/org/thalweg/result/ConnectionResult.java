package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A path from network A to network B and the loss along it.
 *
 * @param curve the kind of path: {@code linear}, {@code bezier}, {@code polychain}, {@code
 *     elastic-band}
 * @param bends how many points between A and B define it
 * @param alignment what was done to B beforehand: {@code none} or {@code permutation}
 * @param t parameters of the points measured, from 0 (A) to 1 (B)
 * @param arcLength the length travelled at each of them, in units of distance in parameter space
 * @param profiles loss and accuracy over each set of samples; the first is the one asked for
 * @param straight the straight line between the same networks over the first set of samples, at the
 *     same t, for comparison; empty if the path is that line
 * @param search how the path was found
 * @param similarity of the two ends, B after alignment
 * @param plane a surface with the path on it; empty where none was asked for
 * @param outcome cancelled or non-finite if some point of the path or the search was
 */
public record ConnectionResult(
    String curve,
    int bends,
    String alignment,
    Values t,
    Values arcLength,
    List<PathProfile> profiles,
    Optional<PathProfile> straight,
    PathSearch search,
    NetworkSimilarity similarity,
    Optional<PathPlane> plane,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  private static final String PAIRED = "standard error over samples, paired";

  public ConnectionResult {
    profiles = List.copyOf(profiles);
    requireSize(t, arcLength);
    profiles.forEach(profile -> requireSize(t, profile.loss()));
    straight.ifPresent(line -> requireSize(t, line.loss()));
    if (profiles.isEmpty()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("the loss along the path over at least one set of samples")
          .found("none")
          .next("measure the path over some samples");
    }
  }

  @Override
  public String probe() {
    return "connect";
  }

  /** Over the samples asked for. */
  public PathProfile profile() {
    return profiles.get(0);
  }

  /** The length of the whole path; at least the distance between its ends. */
  public double length() {
    return arcLength.get(arcLength.size() - 1);
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    for (PathProfile profile : profiles) {
      all.addAll(measurements(profile));
    }
    straight.ifPresent(line -> all.add(ofLine(line)));
    all.add(Measurement.exact("length of the path", length(), outcome));
    all.add(Measurement.exact("distance between the networks", similarity.distance(), outcome));
    all.add(Measurement.exact("cosine between the weights", similarity.cosine(), outcome));
    if (!Double.isNaN(similarity.disagreement())) {
      all.add(
          new Measurement(
              "disagreement of the networks' answers",
              similarity.disagreement(),
              similarity.disagreementStandardError(),
              "standard error over samples",
              outcome));
    }
    for (LayerSimilarity layer : similarity.layers()) {
      all.add(Measurement.exact("linear CKA of " + layer.layer(), layer.linearCka(), outcome));
      all.add(
          Measurement.exact(
              "linear CKA of " + layer.layer() + ", debiased", layer.debiasedCka(), outcome));
    }
    return all;
  }

  private Measurement ofLine(PathProfile line) {
    Barrier barrier = line.lossBarrier();
    return new Measurement(
        "barrier in loss on the straight line (" + line.samples() + ")",
        barrier.height(),
        barrier.heightStandardError(),
        PAIRED,
        outcome);
  }

  private List<Measurement> measurements(PathProfile profile) {
    String suffix = " (" + profile.samples() + ")";
    List<Measurement> all =
        new ArrayList<>(profile.lossBarrier().measurements("loss" + suffix, PAIRED, outcome));
    PathSummary loss = profile.lossSummary(arcLength);
    all.addAll(
        LossSummary.of(
            "on the path" + suffix, profile.loss(), profile.lossStandardError(), outcome));
    all.add(
        Measurement.exact("mean loss over the length of the path" + suffix, loss.mean(), outcome));
    if (!Double.isNaN(profile.errorBarrier().height())) {
      all.add(
          profile
              .errorBarrier()
              .measurements("error" + suffix, "standard error over samples, unpaired", outcome)
              .get(0));
    }
    return all;
  }

  private static void requireSize(Values t, Values values) {
    if (values.size() != t.size()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(t.size() + " values, one for each point of the path")
          .found(values.size() + " values")
          .next("give one value for every point, NaN where it is missing");
    }
  }
}
