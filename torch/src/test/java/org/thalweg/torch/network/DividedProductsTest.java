package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.engine.TensorWorkers;

/** Products that are divided are the products, whoever computes which part. */
class DividedProductsTest {
  /** Batch, inputs, outputs: divided or not in either direction, evenly or with a rest. */
  @ParameterizedTest
  @CsvSource({"128, 784, 256", "200, 301, 333", "64, 130, 2000", "5, 7, 3", "1, 9000, 1000"})
  void areTheProductsToTheLastBitForAnyNumberOfWorkers(int batch, int inputs, int outputs) {
    for (Precision precision : Precision.values()) {
      double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 1e-5;
      try (PointerScope scope = new PointerScope();
          NoGradGuard guard = new NoGradGuard();
          TensorWorkers alone = new TensorWorkers(1);
          TensorWorkers three = new TensorWorkers(3)) {
        Tensor x = random(precision, 0, batch, inputs);
        Tensor weight = random(precision, 1, outputs, inputs);
        Tensor bias = random(precision, 2, outputs);
        Tensor outer = random(precision, 3, batch, outputs);

        List<Tensor> one = all(new DividedProducts(alone), x, weight, bias, outer);
        List<Tensor> other = all(new DividedProducts(three), x, weight, bias, outer);
        List<Tensor> plain =
            List.of(
                torch.mm(x, weight.t()).add(bias),
                torch.mm(outer.t(), x),
                torch.mm(outer, weight),
                torch.mm(outer.t(), x));

        for (int i = 0; i < plain.size(); i++) {
          assertThat(one.get(i).equal(other.get(i))).as("product %d", i).isTrue();
          RelativeError.atMost(
              tolerance,
              "product " + i,
              TensorArrays.toDoubles(one.get(i)),
              TensorArrays.toDoubles(plain.get(i)));
        }
      }
    }
  }

  private static List<Tensor> all(
      DividedProducts products, Tensor x, Tensor weight, Tensor bias, Tensor outer) {
    Tensor gradient = torch.full_like(weight, new Scalar(Double.NaN));
    Tensor again = torch.full_like(weight, new Scalar(Double.NaN));
    Tensor linear = products.linear(x, weight, bias);
    Tensor inner = products.gradients(outer, x, weight, gradient);
    products.weightGradient(outer, x, again);
    return List.of(linear, gradient, inner, again);
  }

  private static Tensor random(Precision precision, int index, long... shape) {
    Libtorch.load();
    int size = 1;
    for (long length : shape) {
      size *= (int) length;
    }
    return TensorArrays.of(RandomStream.of(4, "matrix", index).gaussians(size), precision, shape);
  }
}
