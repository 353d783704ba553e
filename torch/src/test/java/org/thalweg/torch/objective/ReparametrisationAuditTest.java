package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.direction.Normalization;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.audit.AuditedMeasure;
import org.thalweg.probe.audit.PointMeasures;
import org.thalweg.probe.audit.RandomCurvature;
import org.thalweg.probe.audit.ReparametrisationAudit;
import org.thalweg.random.RandomStream;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.AuditVerdict;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.Rescaling;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.NetworkSpecification;

/** What theory says of the measures holds on every family of networks. */
class ReparametrisationAuditTest {
  private static final List<Integer> IMAGE = List.of(1, 6, 6);
  private static final int CLASSES = 3;

  @ParameterizedTest
  @ValueSource(strings = {"mlp:8", "mlp:8,6", "resmlp:6,6", "cnn:4,4", "rescnn:4,4"})
  void invariantMeasuresStayAndTheOthersVisiblyMove(String description) {
    BuiltInNetwork network =
        BuiltInNetwork.create(
            NetworkSpecification.parse(description, Activation.RELU), IMAGE, CLASSES);
    NetworkSymmetries symmetries = network.symmetries().orElseThrow();
    List<AuditedMeasure> measures = new ArrayList<>(PointMeasures.all());
    for (Normalization normalization : Normalization.values()) {
      measures.add(new RandomCurvature(normalization, 8, 1));
    }
    ReparametrisationAudit audit =
        new ReparametrisationAudit(
            List.of(
                Rescaling.layer(symmetries, 2),
                Rescaling.layer(symmetries, 10),
                Rescaling.logNormal(symmetries, 1, 1)),
            measures);

    AuditResult result;
    try (NetworkObjective objective =
        NetworkObjective.of(
            network,
            trained(network),
            samples(),
            ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64))) {
      result = audit.measure(objective, symmetries, ExecutionOptions.defaults());
    }

    assertThat(result.count(AuditVerdict.VIOLATED)).isZero();
    assertThat(result.count(AuditVerdict.MISSING)).isZero();
    for (AuditedMeasure measure : measures) {
      List<AuditRow> mayMove =
          result.rows().stream()
              .filter(row -> row.measure().equals(measure.name()))
              .filter(row -> !row.invariance().covers(row.unitwise()))
              .toList();
      if (!mayMove.isEmpty()) {
        assertThat(mayMove)
            .as(measure.name())
            .anySatisfy(row -> assertThat(row.verdict()).isEqualTo(AuditVerdict.MOVED));
      }
    }
  }

  /** Away from the start, where the Hessian has as much negative as positive curvature. */
  private static double[] trained(BuiltInNetwork network) {
    try (NetworkObjective objective =
            NetworkObjective.of(
                network, network.initialize(1), samples(), ObjectiveOptions.defaults());
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      for (int step = 0; step < 150; step++) {
        objective.gradient(theta, gradient);
        theta.axpy(-0.2, gradient);
      }
      return theta.toArray();
    }
  }

  private static Samples samples() {
    int count = 20;
    RandomStream stream = RandomStream.of(4, "samples");
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = stream.below(CLASSES);
    }
    return new ArraySamples(
        IMAGE, stream.gaussians(count * 36), new Targets.Labels(CLASSES, labels));
  }
}
