package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultRecordsTest {
  @Test
  void costsAddUpAndSubtractPartByPart() {
    Cost earlier = new Cost(1, 2, 3, 0.5);
    Cost spent = new Cost(10, 20, 30, 4);
    assertThat(earlier.plus(spent)).isEqualTo(new Cost(11, 22, 33, 4.5));
    assertThat(earlier.plus(spent).minus(earlier)).isEqualTo(spent);
    assertThat(spent.plus(Cost.NONE)).isEqualTo(spent);
  }

  @Test
  void eigenvaluesKeepTheirResidualsAndSayWhichConverged() {
    SpectrumResult spectrum =
        SpectrumResult.ofEnds(
            "hessian",
            1000,
            "Lanczos",
            List.of(new Eigenvalue(5, 1e-6, true), new Eigenvalue(4, 0.1, false)),
            List.of(new Eigenvalue(-3, 1e-5, true)),
            Outcome.BUDGET_EXHAUSTED,
            Cost.NONE);
    assertThat(spectrum.measurements().subList(0, 3))
        .extracting(Measurement::value, Measurement::uncertainty, Measurement::outcome)
        .containsExactly(
            tuple(5.0, 1e-6, Outcome.CONVERGED),
            tuple(4.0, 0.1, Outcome.BUDGET_EXHAUSTED),
            tuple(-3.0, 1e-5, Outcome.CONVERGED));
  }

  @Test
  void gradientNormsKeepTheOrderOfTheParameters() {
    Map<String, Double> norms = new LinkedHashMap<>();
    norms.put("z", 3.0);
    norms.put("a", 4.0);
    GradientResult gradient =
        new GradientResult(0.5, 0.1, 0.9, 0.03, 5, norms, Outcome.CONVERGED, Cost.NONE);
    norms.clear();
    assertThat(gradient.normByTensor().keySet()).containsExactly("z", "a");
    assertThat(gradient.measurements())
        .extracting(Measurement::name)
        .containsExactly("loss", "accuracy", "gradient norm ‖∇L‖₂");
    assertThat(gradient.measurements().get(0).uncertainty()).isEqualTo(0.1);
    assertThat(gradient.measurements().get(1).value()).isEqualTo(0.9);
    assertThat(gradient.measurements().get(1).uncertainty()).isEqualTo(0.03);
  }
}
