package org.thalweg.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.Values;

/**
 * Points of several groups over two axes, with the line that fits all of them.
 *
 * @param horizontal axis of the first quantity
 * @param vertical axis of the second
 * @param groups in the order of the legend
 * @param fit the line and its band; without points where there is none
 */
public record PointCloud(
    AxisChoice horizontal, AxisChoice vertical, List<Group> groups, CurveBands.Curve fit) {
  public PointCloud {
    groups = List.copyOf(groups);
  }

  /**
   * The points of one group.
   *
   * @param labels of the points, as many
   */
  public record Group(String name, GroupStyle style, Values x, Values y, List<String> labels) {
    public Group {
      labels = List.copyOf(labels);
    }
  }

  DoubleStream x() {
    return groups.stream().flatMapToDouble(group -> group.x().stream());
  }

  DoubleStream y() {
    return groups.stream().flatMapToDouble(group -> group.y().stream());
  }
}
