package org.thalweg.report;

import java.util.List;
import org.thalweg.figure.FieldScale;
import org.thalweg.result.Basin;
import org.thalweg.result.Measurement;
import org.thalweg.result.TopologyResult;

/** The basins of a plane. */
final class TopologyView implements ResultView<TopologyResult> {
  private static final PlotWords BASINS =
      new PlotWords(
          "basins",
          "-basins",
          "Basins of a plane",
          "Where water would collect: the lowest point of every notable basin, numbered by depth and"
              + " by how much one has to climb to leave it, and the passes (×) between them.",
          "Basins of a plane need not be basins of the loss: two may be connected outside the plane,"
              + " and a lowest point on the border goes on outside. A coarse grid cuts narrow"
              + " diagonal valleys into pieces.");
  private static final PlotWords PERSISTENCE =
      new PlotWords(
          "persistence",
          "-persistence",
          "Persistence of the basins",
          "Each basin as a point: the loss at its lowest point and at the pass to a deeper one. The"
              + " higher above the diagonal, the deeper the basin.",
          "Points close to the diagonal are noise of the samples or of the grid, not valleys. The"
              + " deepest basin has no pass and is drawn at the upper edge.");

  @Override
  public Class<TopologyResult> type() {
    return TopologyResult.class;
  }

  @Override
  public Chapter chapter() {
    return Chapter.NEIGHBOURHOOD;
  }

  @Override
  public List<PlotWords> plots() {
    return List.of(BASINS, PERSISTENCE);
  }

  /** Topology counts what a surface shows; it leads no list of its own. */
  @Override
  public List<Measurement> keyNumbers(TopologyResult result) {
    return result.measurements().subList(0, 1);
  }

  @Override
  public String script() {
    return "topology.js";
  }

  @Override
  public void embed(TopologyResult result, EmbeddedNode node) {
    double notable = TopologyResult.NOTABLE * result.range();
    node.put("alpha", result.alpha().stream())
        .put("beta", result.beta().stream())
        .put("loss", result.loss())
        .put("notable", notable);
    List<EmbeddedNode> basins = node.objects("basins", result.basins().size());
    for (int k = 0; k < basins.size(); k++) {
      Basin basin = result.basins().get(k);
      basins
          .get(k)
          .put("alpha", basin.alpha())
          .put("beta", basin.beta())
          .put("minimum", basin.minimum())
          .put("saddleAlpha", basin.saddleAlpha())
          .put("saddleBeta", basin.saddleBeta())
          .put("saddle", basin.saddle())
          .put("onBorder", basin.onBorder())
          .put("notable", basin.persistence() >= notable);
    }
    node.put("display", FieldScale.of(result.loss()));
  }
}
