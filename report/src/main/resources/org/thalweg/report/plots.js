"use strict";

/* What all pictures share: colours, axes, marks. */
const Plotting = (() => {
  const BLUE = "#0072b2";
  const VERMILLION = "#d55e00";
  const GREEN = "#009e73";
  const INK = "#1f2933";
  const GRID = "#e4e7eb";
  const FONT = { family: "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', Verdana, sans-serif", size: 14, color: INK };

  const numbers = (values) => values.map((value) => (typeof value === "number" ? value : null));
  const present = (values) => values.some((value) => value !== null);
  /* Results are indexed [alpha][beta]; Plotly wants one row for each value of its vertical axis. */
  const transposed = (rows) => (rows.length === 0 ? [] : rows[0].map((_, j) => rows.map((row) => row[j])));
  const short = (value) => (value === null ? "not computed" : Number(value.toPrecision(5)).toString());

  function spansDecades(values) {
    const finite = values.filter((value) => value !== null);
    const low = Math.min(...finite);
    return finite.length > 0 && low > 0 && Math.log10(Math.max(...finite) / low) >= 1.5;
  }

  function axis(name, more) {
    return { title: { text: name, standoff: 12 }, gridcolor: GRID, zeroline: false, linecolor: "#7b8794",
      ticks: "outside", tickcolor: "#7b8794", automargin: true, exponentformat: "power", ...more };
  }

  /* 1, 2, 5 in every decade where there is room for them, else 1 and 3, else 1. */
  function logarithmicTicks(values) {
    const finite = values.filter((value) => value !== null);
    const first = Math.floor(Math.log10(Math.min(...finite)));
    const last = Math.ceil(Math.log10(Math.max(...finite)));
    const multiples = last - first <= 2 ? [1, 2, 5] : last - first <= 4 ? [1, 3] : [1];
    const stride = Math.max(1, Math.ceil((last - first) / 8));
    const tickvals = [];
    for (let exponent = first; exponent <= last; exponent += stride) {
      multiples.forEach((multiple) => tickvals.push(Number(`${multiple}e${exponent}`)));
    }
    return { tickvals, ticktext: tickvals.map((value) => (value >= 1e5 || value < 1e-3 ? value.toExponential(0) : String(value))) };
  }

  function valueAxis(name, values, more) {
    return spansDecades(values) ? axis(name + ", log scale", { type: "log", ...logarithmicTicks(values), ...more }) : axis(name, more);
  }

  function layout(height, more) {
    return { height: height + 26, font: FONT, paper_bgcolor: "#fff", plot_bgcolor: "#fff", margin: { l: 70, r: 20, t: 76, b: 60 },
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" }, hovermode: "closest", ...more };
  }

  function curve(x, y, name, color, more) {
    const mode = y.filter((value) => value !== null).length < 2 ? "markers" : "lines";
    return { type: "scatter", mode, x, y, name, line: { color, width: 2 }, marker: { color }, ...more };
  }

  function mark(x, y, name, symbol, color) {
    return { type: "scatter", mode: "markers", x: [x], y: [y], name, marker: { symbol, color, size: 11, line: { color: "#fff", width: 1.5 } }, hoverinfo: "skip" };
  }

  return { BLUE, VERMILLION, GREEN, INK, numbers, present, transposed, short, spansDecades, axis, logarithmicTicks, valueAxis, layout, curve, mark };
})();

/* One function for each kind of picture: from a result to what Plotly draws. */
const Plots = {};
