package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The first layer's answers at points, from those along the spanning vectors. */
final class Combination {
  private final List<Tensor> along;
  private final Workspace room;
  private final long width;
  private final long row;
  private final Tensor leading;
  private final Tensor leadingOfEach;
  private final Tensor directionOfEach;
  private List<Double> coefficients = List.of();

  /**
   * Lives in the innermost scope.
   *
   * @param along θ and the directions: width × row each
   * @param room overwritten at every call
   */
  Combination(List<Tensor> along, Workspace room) {
    this.along = along;
    this.room = room;
    this.width = along.get(0).size(0);
    this.row = along.get(0).size(1);
    this.leading = along.size() == 2 ? along.get(0) : room.point(width, row);
    this.leadingOfEach = leading.unsqueeze(0);
    this.directionOfEach = along.get(along.size() - 1).unsqueeze(0);
  }

  /**
   * The answers at these points: points × width × row, valid until the next call.
   *
   * @param last the last coefficient of each point, points × 1 × 1
   */
  Tensor of(List<PointRun> runs, Tensor last) {
    Tensor result = room.block(last.size(0), width, row);
    for (PointRun run : runs) {
      lead(run.leading());
      boolean whole = runs.size() == 1;
      torch.addcmul_out(
          whole ? result : result.narrow(0, run.start(), run.count()),
          leadingOfEach,
          directionOfEach,
          whole ? last : last.narrow(0, run.start(), run.count()));
    }
    return result;
  }

  /** What all coefficients but the last contribute; kept for the points that follow. */
  private void lead(List<Double> wanted) {
    if (wanted.equals(coefficients)) {
      return;
    }
    torch.add_out(leading, along.get(0), along.get(1), new Scalar(wanted.get(0)));
    for (int k = 1; k < wanted.size(); k++) {
      leading.add_(along.get(k + 1), new Scalar(wanted.get(k)));
    }
    coefficients = wanted;
  }
}
