package org.thalweg.report;

import java.util.List;
import org.thalweg.result.Measurement;
import org.thalweg.result.ProbeResult;

/** How one kind of result appears on the page. */
interface ResultView<R extends ProbeResult> {
  Class<R> type();

  Chapter chapter();

  /** Its pictures; a figure that none of them names by its suffix exists as a file only. */
  List<PlotWords> plots();

  /** What the short axis names of an interactive plot leave out; empty if nothing. */
  default String caption(R result, PlotWords plot) {
    return "";
  }

  /** The arrays that its interactive plots draw. */
  void embed(R result, EmbeddedNode node);

  /** The file with its drawing routines. */
  String script();

  /** Numbers worth a place at the top of the page. */
  default List<Measurement> keyNumbers(R result) {
    return result.measurements().stream().limit(1).toList();
  }

  /** What a reader should know about its numbers; those that pictures explain need no more. */
  default List<NumberWords> words(R result) {
    return List.of();
  }
}
