/* The ends of a spectrum. */
(() => {
  const { BLUE, VERMILLION, INK, numbers, short, axis, layout } = Plotting;

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
      text: all.map((each) => `${each.name} = ${short(each.exact[0])}<br>residual ${short(each.exact[1])}<br>${each.converged ? "converged" : "not converged"}`), hoverinfo: "text" };
    return { traces: [points], layout: layout(460, { shapes: stems, showlegend: false,
      xaxis: axis("largest on the left, smallest on the right", { tickvals: all.map((each) => each.x), ticktext: all.map((each) => each.name), showgrid: false }),
      yaxis: axis(data.display.name, { range: data.display.range, tickvals: data.display.places, ticktext: data.display.labels, zeroline: true, zerolinecolor: INK }) }) };
  }

  Object.assign(Plots, { spectrum });
})();
