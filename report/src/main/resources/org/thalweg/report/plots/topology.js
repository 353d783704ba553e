/* Basins of a plane. */
(() => {
  const { BLUE, VERMILLION, INK, numbers, short, transposed, axis, layout, planeLayout } = Plotting;

  function words(basin, k) {
    const pass = typeof basin.saddle === "number" ? `<br>pass ${short(basin.saddle)}, persistence ${short(basin.saddle - basin.minimum)}` : "<br>the deepest: no pass";
    return `basin ${k + 1}: lowest ${short(basin.minimum)}${pass}${basin.onBorder ? "<br>on the border" : ""}`;
  }

  function basins(data, narrow) {
    const picture = Plots.contour({ ...data, lossStandardError: data.loss.map((row) => row.map(() => "NaN")) }, narrow);
    const notable = data.basins.map((basin, k) => ({ ...basin, number: k + 1, words: words(basin, k) })).filter((basin) => basin.notable);
    const passes = notable.filter((basin) => typeof basin.saddle === "number");
    picture.traces.push(
      { type: "scatter", mode: "markers+text", x: notable.map((b) => b.alpha), y: notable.map((b) => b.beta), text: notable.map((b) => String(b.number)),
        hovertext: notable.map((b) => b.words), hoverinfo: "text", name: "basins", textfont: { size: 12, color: INK },
        marker: { symbol: "circle", size: 19, color: "#fff", line: { color: INK, width: 1.5 } } },
      { type: "scatter", mode: "markers", x: passes.map((b) => b.saddleAlpha), y: passes.map((b) => b.saddleBeta), name: "passes", hoverinfo: "skip",
        marker: { symbol: "x", size: 10, color: VERMILLION, line: { color: "#fff", width: 1.2 } } },
    );
    return picture;
  }

  function persistence(data) {
    const finite = data.basins.filter((basin) => typeof basin.saddle === "number");
    const losses = transposed(data.loss.map(numbers)).flat().filter((value) => value !== null);
    const low = losses.reduce((a, b) => Math.min(a, b), Infinity);
    const high = finite.length > 0 ? Math.max(...finite.map((basin) => basin.saddle)) : losses.reduce((a, b) => Math.max(a, b), -Infinity);
    const top = high + 0.06 * (high - low);
    const trace = (name, color, border) => {
      const shown = data.basins.map((basin, k) => ({ ...basin, words: words(basin, k) })).filter((basin) => basin.onBorder === border);
      return { type: "scatter", mode: "markers", name, x: shown.map((b) => b.minimum), y: shown.map((b) => (typeof b.saddle === "number" ? b.saddle : top)),
        text: shown.map((b) => b.words), hoverinfo: "text", marker: { color, size: 10, line: { color: "#fff", width: 1 } } };
    };
    const diagonal = { type: "scatter", mode: "lines", x: [low, high], y: [low, high], showlegend: false, hoverinfo: "skip", line: { color: "#7b8794", dash: "dash", width: 1.2 } };
    return { traces: [diagonal, trace("inside", BLUE, false), trace("lowest on the border of the plane", VERMILLION, true)],
      layout: layout(520, { xaxis: axis("loss at the lowest point"), yaxis: axis("loss at the pass out of the basin") }) };
  }

  Object.assign(Plots, { basins, persistence });
})();
