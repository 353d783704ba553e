/* Measures before and after rescalings that leave the function as it is. */
(() => {
  const { BLUE, VERMILLION, GREEN, INK, numbers, short, axis, logarithmicTicks, layout } = Plotting;
  const COLOURS = [BLUE, VERMILLION, GREEN, "#cc79a7", "#e69f00", "#56b4e9"];

  function audit(data) {
    const traces = data.rescalings.map((each, k) => {
      const before = numbers(each.before);
      const after = numbers(each.after);
      const ratio = numbers(each.ratio).map((value) => (value !== null && value > 0 ? value : null));
      return { type: "scatter", mode: "markers", name: each.name, x: ratio, y: each.rows,
        marker: { color: COLOURS[k % COLOURS.length], size: 11, symbol: each.unitwise ? "diamond" : "circle" },
        text: each.rows.map((name, i) => `${name}<br>${each.name}<br>${short(before[i])} → ${short(after[i])}<br>${each.verdict[i]}`), hoverinfo: "text" };
    });
    const all = [0.5, 2, ...traces.flatMap((trace) => trace.x)].filter((value) => value !== null);
    const one = { type: "line", x0: 1, x1: 1, yref: "paper", y0: 0, y1: 1, line: { color: INK, width: 1.2, dash: "dash" } };
    return { traces, layout: layout(150 + 30 * data.measures.length, { shapes: [one],
      xaxis: axis("value after / value before, log scale", { type: "log", ...logarithmicTicks(all) }),
      yaxis: axis("", { autorange: "reversed", type: "category", categoryorder: "array", categoryarray: data.measures }) }) };
  }

  Object.assign(Plots, { audit });
})();
