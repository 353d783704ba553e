package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;

class DatasetsTest {
  @Test
  void listsWhatItOpens() {
    assertThat(Datasets.list())
        .extracting(DatasetDescriptor::name)
        .containsExactly(
            "mnist",
            "fashion-mnist",
            "cifar10",
            "digits",
            "iris",
            "wine",
            "breast-cancer",
            "diabetes",
            "california",
            "sine");
    assertThat(Datasets.list()).allSatisfy(d -> assertThat(d.licence()).isNotBlank());
    assertThat(Datasets.list().get(9).options())
        .extracting(DatasetDescriptor.Option::name)
        .containsExactly("n", "noise", "seed");
  }

  @ParameterizedTest
  @CsvSource({"mnits, mnist", "MNIST, mnist", "digit, digits", "sinus, sine", "sin:n=3, sine"})
  void anUnknownNameMeetsTheNearest(String name, String nearest) {
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.UNKNOWN_DATA)
        .hasMessageContaining("mnist, fashion-mnist, cifar10, digits, iris")
        .hasMessageContaining("did you mean '" + nearest + "'?")
        .hasMessageContaining("thalweg data list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"imagenette", "", ":", "imagenet:n=3"})
  void aStrangeNameIsNotGuessed(String name) {
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.UNKNOWN_DATA)
        .message()
        .doesNotContain("did you mean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mnist:n=3",
        "digits:seed=1",
        "sine:m=3",
        "sine:n",
        "sine:n=",
        "sine:n=1",
        "sine:n=-5",
        "sine:n=2.5",
        "sine:n=10000001",
        "sine:n=99999999999999999999",
        "sine:noise=-0.1",
        "sine:noise=NaN",
        "sine:noise=Infinity",
        "sine:noise=much",
        "sine:seed=x",
        "sine:n=5,n=6",
        "sine:n=5,,seed=3",
        "sine:,",
        "sine:=5",
      })
  void badOptionsAreNamed(String name) {
    Failures.assertCode(() -> Datasets.open(name), ErrorCode.INVALID_OPTION)
        .hasMessageContaining("thalweg data list");
  }
}
