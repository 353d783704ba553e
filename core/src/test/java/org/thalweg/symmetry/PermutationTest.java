package org.thalweg.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

class PermutationTest {
  @Test
  void theInverseUndoes() {
    Permutation order = Permutation.random(17, RandomStream.of(3, "test"));

    assertThat(order.isIdentity()).isFalse();
    assertThat(order.then(order.inverse()).isIdentity()).isTrue();
    assertThat(order.inverse().then(order)).isEqualTo(Permutation.identity(17));
  }

  @Test
  void oneAfterTheOther() {
    Permutation first = Permutation.of(2, 0, 1);
    Permutation next = Permutation.of(1, 0, 2);

    assertThat(first.then(next).toArray()).containsExactly(0, 2, 1);
  }

  @Test
  void refusesWhatIsNoOrder() {
    assertThatThrownBy(() -> Permutation.of(0, 0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> Permutation.of(0, 2)).isInstanceOf(ThalwegException.class);
  }
}
