/* Measures of sharpness, one row each. */
(() => {
  const { BLUE, VERMILLION, INK, numbers, short, axis, layout } = Plotting;

  function sharpness(data) {
    const rows = data.measures.map((each, k) => ({ ...each, row: k, places: numbers(each.places), exact: numbers(each.valueAndErrors) }));
    const shown = rows.filter((each) => each.places[0] !== null);
    const color = (each) => (each.exact[0] < 0 ? VERMILLION : BLUE);
    const error = (number, what) => (number === null ? "" : `<br>± ${short(number)} ${what}`);
    const points = { type: "scatter", mode: "markers", x: shown.map((each) => each.places[0]), y: shown.map((each) => each.row),
      error_x: { type: "data", symmetric: false, array: shown.map((each) => each.places[2] - each.places[0]), arrayminus: shown.map((each) => each.places[0] - each.places[1]), color: INK, thickness: 1.6 },
      marker: { size: 11, symbol: shown.map((each) => (each.converged ? "circle" : "circle-open")), color: shown.map(color), line: { width: 2, color: shown.map(color) } },
      text: shown.map((each) => `${each.name} = ${short(each.exact[0])}${error(each.exact[1], "over draws")}${error(each.exact[2], "over samples")}<br>${each.radius}<br>${each.outcome}`), hoverinfo: "text" };
    const remarks = rows.filter((each) => each.places[0] === null)
      .map((each) => ({ x: 0, y: each.row, text: each.outcome, xanchor: "left", showarrow: false, font: { color: "#52606d" } }));
    return { traces: [points], layout: layout(120 + 40 * rows.length, { showlegend: false, annotations: remarks,
      xaxis: axis(data.display.name, { range: data.display.range, tickvals: data.display.places, ticktext: data.display.labels, zeroline: true, zerolinecolor: INK }),
      yaxis: axis("", { range: [rows.length - 0.5, -0.5], tickvals: rows.map((each) => each.row), ticktext: rows.map((each) => `${each.name}<br><sup>${each.radius}</sup>`), automargin: true }),
      margin: { l: 20, r: 20, t: 36, b: 60 } }) };
  }

  Object.assign(Plots, { sharpness });
})();
