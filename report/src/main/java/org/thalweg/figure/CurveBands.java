package org.thalweg.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.Values;

/**
 * Curves of several groups over common axes, each with a band.
 *
 * @param horizontal axis along which the curves run
 * @param vertical axis of their values
 * @param curves in the order of the legend
 */
public record CurveBands(AxisChoice horizontal, AxisChoice vertical, List<Curve> curves) {
  public CurveBands {
    curves = List.copyOf(curves);
  }

  /**
   * One curve; a value that is missing leaves a gap.
   *
   * @param low lower edge of the band; NaN where there is none
   * @param high upper edge of the band
   */
  public record Curve(String name, GroupStyle style, Values x, Values y, Values low, Values high) {
    /** Nothing to draw. */
    public static Curve none() {
      Values nothing = Values.of();
      return new Curve("", GroupStyle.of(0), nothing, nothing, nothing, nothing);
    }

    /** A curve without a band. */
    public static Curve plain(String name, GroupStyle style, Values x, Values y) {
      double[] missing = new double[x.size()];
      java.util.Arrays.fill(missing, Double.NaN);
      return new Curve(name, style, x, y, Values.of(missing), Values.of(missing));
    }
  }

  DoubleStream x() {
    return curves.stream().flatMapToDouble(curve -> curve.x().stream());
  }

  /** Values and upper edges; lower ones too, unless they would spoil a logarithmic axis. */
  DoubleStream y() {
    return curves.stream()
        .flatMapToDouble(
            curve ->
                DoubleStream.concat(
                    DoubleStream.concat(curve.y().stream(), curve.high().stream()),
                    vertical.logarithmic() ? DoubleStream.empty() : curve.low().stream()));
  }
}
