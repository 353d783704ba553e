/* The ends of a spectrum, its density, its layers. */
(() => {
  const { BLUE, VERMILLION, GREEN, INK, numbers, short, axis, layout, curve } = Plotting;

  function spectrum(data) {
    const all = [...data.top.map((each, k) => ({ ...each, name: `λ<sub>${k + 1}</sub>` })),
      ...data.bottom.map((each, k) => ({ ...each, name: `λ<sub>−${k + 1}</sub>` })).reverse()]
      .map((each, k) => ({ ...each, x: k + (k >= data.top.length && data.top.length > 0 ? 0.6 : 0), places: numbers(each.places), exact: numbers(each.valueAndResidual) }))
      .filter((each) => each.places[0] !== null);
    const color = (each) => (each.exact[0] < 0 ? VERMILLION : BLUE);
    const zero = 0;
    const stems = all.map((each) => ({ type: "line", x0: each.x, x1: each.x, y0: zero, y1: each.places[0], line: { color: color(each), width: 1.6 } }));
    const points = { type: "scatter", mode: "markers", x: all.map((each) => each.x), y: all.map((each) => each.places[0]),
      error_y: { type: "data", symmetric: false, array: all.map((each) => each.places[2] - each.places[0]), arrayminus: all.map((each) => each.places[0] - each.places[1]), color: INK, thickness: 1.6 },
      marker: { size: 11, symbol: all.map((each) => (each.converged ? "circle" : "circle-open")), color: all.map(color), line: { width: 2, color: all.map(color) } },
      text: all.map((each) => `${each.name} = ${short(each.exact[0])}<br>residual ${short(each.exact[1])}${typeof each.standardError === "number" ? `<br>standard error over samples ${short(each.standardError)}` : ""}<br>${each.converged ? "converged" : "not converged"}`), hoverinfo: "text" };
    return { traces: [points], layout: layout(460, { shapes: stems, showlegend: false,
      xaxis: axis("largest on the left, smallest on the right", { tickvals: all.map((each) => each.x), ticktext: all.map((each) => each.name), showgrid: false }),
      yaxis: axis(data.display.name, { range: data.display.range, tickvals: data.display.places, ticktext: data.display.labels, zeroline: true, zerolinecolor: INK }) }) };
  }

  function density(data) {
    const { x, y, standardError, kernelWidth } = data.density;
    const peak = Math.max(...numbers(y).filter((value) => value !== null), 0);
    const floor = peak * 1e-7;
    const kept = (values) => values.map((value) => (value === null ? null : Math.max(value, floor)));
    const mean = numbers(y);
    const error = numbers(standardError);
    const edge = (sign) => kept(mean.map((value, k) => (value === null || error[k] === null ? null : value + sign * error[k])));
    const band = (sign, more) => ({ type: "scatter", mode: "lines", x, y: edge(sign), line: { width: 0 }, hoverinfo: "skip", showlegend: false, ...more });
    const found = [...data.top, ...data.bottom].map((each) => numbers(each.valueAndResidual)[0]).filter((value) => value !== null);
    const marks = { type: "scatter", mode: "markers", x: found, y: found.map(() => peak * 1e-6), name: "eigenvalues found",
      marker: { symbol: "line-ns-open", size: 14, color: VERMILLION, line: { width: 1.5, color: VERMILLION } }, hovertemplate: "λ = %{x:.5g}<extra></extra>" };
    const traces = [band(-1), band(1, { fill: "tonexty", fillcolor: "rgba(0,114,178,0.23)", name: "± 1 standard error over probes", showlegend: true }),
      curve(x, kept(mean), "mean over probes", BLUE)];
    return { traces: found.length > 0 ? [...traces, marks] : traces,
      layout: layout(460, { xaxis: axis(`eigenvalue λ (kernel width ${short(kernelWidth)})`, { zeroline: true, zerolinecolor: INK }),
        yaxis: axis("density, log scale", { type: "log", range: [Math.log10(peak) - 6.3, Math.log10(peak) + 0.4], dtick: 1 }) }) };
  }

  function eigenvalues(data) {
    const { values, places, display } = data.all;
    const points = { type: "scatter", mode: "markers", x: values.map((_, k) => k + 1), y: numbers(places),
      marker: { size: values.length > 100 ? 4 : 8, color: values.map((value) => (value < 0 ? VERMILLION : BLUE)) },
      text: values.map((value, k) => `λ<sub>${k + 1}</sub> = ${short(value)}`), hoverinfo: "text" };
    return { traces: [points], layout: layout(460, { showlegend: false, xaxis: axis("rank of the eigenvalue, the largest first"),
      yaxis: axis(display.name, { range: display.range, tickvals: display.places, ticktext: display.labels, zeroline: true, zerolinecolor: INK }) }) };
  }

  function layers(data) {
    const bars = (values, errors, name, color, more) => ({ type: "bar", orientation: "h", x: numbers(values), y: data.layers, name,
      error_x: { type: "data", array: numbers(errors), color: INK, thickness: 1.6 }, marker: { color }, ...more });
    return { traces: [bars(data.layerTop, data.layerTopResidual, "largest eigenvalue of the block", BLUE),
      bars(data.layerTrace, data.layerTraceStandardError, "trace of the block", GREEN, { xaxis: "x2" })],
      layout: layout(150 + 44 * data.layers.length, { barmode: "group", xaxis: axis("largest eigenvalue", { domain: [0, 0.47] }), xaxis2: axis("trace", { domain: [0.53, 1] }),
        yaxis: axis("", { autorange: "reversed", type: "category" }) }) };
  }

  Object.assign(Plots, { spectrum, density, eigenvalues, layers });
})();
