/* Loss along a line. */
(() => {
  const { BLUE, GREEN, numbers, present, short, spansDecades, axis, valueAxis, layout, curve } = Plotting;

  function slice(data) {
    const x = numbers(data.alpha);
    const loss = numbers(data.loss);
    const error = numbers(data.lossStandardError);
    const accuracy = numbers(data.accuracy);
    const two = present(accuracy);
    const upper = loss.map((value, i) => (value === null || error[i] === null ? null : value + error[i]));
    const lowest = Math.min(...loss.filter((value) => value !== null));
    const logarithmic = spansDecades(loss);
    /* On a logarithmic axis a band cannot reach zero. */
    const lower = loss.map((value, i) => (upper[i] === null ? null : logarithmic ? Math.max(value - error[i], lowest / 3) : value - error[i]));
    const edge = { line: { width: 0 }, hoverinfo: "skip", legendgroup: "band" };
    const traces = [
      curve(x, lower, "", BLUE, { ...edge, mode: "lines", showlegend: false }),
      curve(x, upper, "± 1 standard error over samples", BLUE, { ...edge, mode: "lines", fill: "tonexty", fillcolor: "rgba(0,114,178,.22)" }),
      curve(x, loss, "mean loss", BLUE, { customdata: error.map(short), hovertemplate: "α = %{x:.4~g}<br>loss = %{y:.5~g} ± %{customdata}<extra></extra>" }),
    ];
    const axes = { yaxis: valueAxis("mean loss", loss, { domain: [two ? 0.42 : 0, 1] }) };
    if (two) {
      traces.push(curve(x, accuracy, "accuracy", GREEN, { yaxis: "y2" }));
      axes.yaxis2 = axis("accuracy", { domain: [0, 0.32] });
    }
    const line = { type: "line", x0: 0, x1: 0, y0: 0, y1: 1, yref: "paper", line: { color: "#7b8794", width: 1.2, dash: "dash" } };
    const name = { x: 0, y: 1, yref: "paper", text: "θ", showarrow: false, xanchor: "left", xshift: 5, yanchor: "top" };
    return { traces, layout: layout(two ? 560 : 430, { xaxis: axis("α (along d)", { anchor: two ? "y2" : "y" }), shapes: [line], annotations: [name], ...axes }) };
  }

  Object.assign(Plots, { slice });
})();
