package org.thalweg.report;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Measurement;
import org.thalweg.result.ProbeResult;

/** The views of all kinds of results. */
final class ResultViews {
  private static final List<ResultView<?>> ALL =
      List.of(
          new SliceView(),
          new SliceBandView(),
          new SurfaceView(),
          new AdaptiveSurfaceView(),
          new ConvexityMapView(),
          new TopologyView(),
          new SpectrumView(),
          new GradientView(),
          new SharpnessView(),
          new AuditView(),
          new TrajectoryView(),
          new ConnectionView());

  private ResultViews() {}

  static Typed<?> of(ProbeResult result) {
    return ALL.stream()
        .filter(view -> view.type().isInstance(result))
        .findFirst()
        .map(view -> Typed.of(view, result))
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.INTERNAL)
                    .expected("a result that the page can show")
                    .found(result.getClass().getName())
                    .next("report this as a defect of Thalweg"));
  }

  /** The files with the drawing routines, each once. */
  static Stream<String> scripts() {
    return ALL.stream().map(ResultView::script).distinct();
  }

  /** A result together with the view of its own type. */
  record Typed<R extends ProbeResult>(ResultView<R> view, R result) {
    private static <R extends ProbeResult> Typed<R> of(ResultView<R> view, ProbeResult result) {
      return new Typed<>(view, view.type().cast(result));
    }

    String caption(PlotWords plot) {
      return view.caption(result, plot);
    }

    void embed(EmbeddedNode node) {
      view.embed(result, node);
    }

    List<Measurement> keyNumbers() {
      return view.keyNumbers(result);
    }

    List<NumberWords> words() {
      return view.words(result);
    }
  }
}
