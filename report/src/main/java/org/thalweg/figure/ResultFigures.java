package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.ProbeResult;

/** The pictures of one kind of result. */
interface ResultFigures<R extends ProbeResult> {
  Class<R> type();

  /**
   * All pictures of a result; none where there is nothing to draw.
   *
   * @param id of the result in its run; the names of the figures begin with it
   */
  List<Figure> of(String id, R result);
}
