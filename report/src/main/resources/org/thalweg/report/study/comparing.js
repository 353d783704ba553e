
/* Values by cell, points with a fitted line, correlations. */
Object.assign(Plotting, {
  /* Names are text: nothing in them is markup. */
  plain: (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"),
  shortened: (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text),
  /* Below a decade round steps, as on a linear axis; else as everywhere. */
  ticksOf: (values) => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (!(low > 0) || Math.log10(high / low) >= 0.85) {
      return values.length > 0 ? Plotting.logarithmicTicks(values) : {};
    }
    const rough = (high - low) / 4 || high / 4;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) * power;
    const tickvals = [];
    for (let k = Math.max(1, Math.floor(low / step) - 1); k * step <= high + step; k++) {
      tickvals.push(Number((k * step).toPrecision(6)));
    }
    return { tickvals, ticktext: tickvals.map((value) => (value >= 1e5 || value < 1e-3 ? value.toExponential(1) : String(value))) };
  },
  /* Long names of axes in lines, which else would be cut off. */
  inLines: (text, most) => text.split(" ").reduce((lines, word) => {
    const last = lines.length - 1;
    return last < 0 || lines[last].length + 1 + word.length > most ? [...lines, word] : [...lines.slice(0, last), `${lines[last]} ${word}`];
  }, []),
  chosenAxis: (choice, values, more) => Plotting.axis(Plotting.inLines(choice.name, 36).map(Plotting.plain).join("<br>"), choice.logarithmic
    ? { type: "log", ...Plotting.ticksOf(values.filter((value) => value !== null && value > 0)), ...more } : { ...more }),
  pale: (colour, opacity) => `rgba(${[1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16)).join(",")},${opacity})`,
  legendBelow: { traceorder: "normal", orientation: "h", x: 0, y: -0.24, yanchor: "top" },
});
(() => {
  const { INK, numbers, short, axis, layout, plain, shortened, chosenAxis, pale } = Plotting;

  function values(data, narrow) {
    const logarithmic = data.axis.logarithmic;
    const entries = data.entries.map((each) => ({ ...each, each: numbers(each.each), exact: numbers([each.mean, each.low, each.high]) }));
    const traces = [];
    const shapes = [];
    const seen = [];
    for (const entry of entries) {
      const [mean, low, high] = entry.exact;
      seen.push(...entry.each, mean, low, high);
      if (data.bars && mean !== null) {
        const half = 0.36 * data.width;
        shapes.push({ type: "rect", layer: "below", x0: entry.place - half, x1: entry.place + half, y0: 0, y1: mean, line: { width: 0 }, fillcolor: pale(entry.colour, 0.22) });
      }
      traces.push({ type: "scatter", mode: "markers", x: entry.places, y: entry.each, showlegend: false, hoverinfo: "text",
        text: entry.each.map((value, i) => `${plain(entry.name)}, ${plain(entry.labels[i])}<br>${short(value)}`),
        marker: { symbol: entry.symbol + "-open", color: pale(entry.colour, 0.8), size: 6, line: { width: 1.2 } } });
      if (mean !== null) {
        const known = high !== null;
        const bottom = low === null || (logarithmic && low <= 0) ? (logarithmic ? mean / 1e6 : mean) : low;
        traces.push({ type: "scatter", mode: "markers", x: [entry.place], y: [mean], showlegend: false, hoverinfo: "text",
          text: [`${plain(entry.name)}<br>mean ${short(mean)}${known ? `<br>95 % interval ${short(low)} to ${short(high)}` : ""}`],
          error_y: known ? { type: "data", symmetric: false, array: [high - mean], arrayminus: [mean - bottom], color: INK, thickness: 1.8, width: 5 } : {},
          marker: { symbol: entry.symbol, color: entry.colour, size: 11, line: { width: 1, color: INK } } });
      }
    }
    for (const group of data.groups) {
      traces.push({ type: "scatter", mode: "markers", x: [null], y: [null], name: plain(group.name), marker: { symbol: group.symbol, color: group.colour, size: 11 } });
    }
    const shown = seen.filter((value) => value !== null && (!logarithmic || value > 0));
    const lowest = Math.min(...shown);
    const highest = Math.max(...shown);
    const air = logarithmic ? 0.06 * Math.log10(highest / lowest) || 0.2 : 0;
    const range = logarithmic ? { range: [Math.log10(lowest) - air, Math.log10(highest) + air] } : data.bars ? { rangemode: "tozero" } : {};
    const most = narrow ? 14 : 22;
    return { traces, layout: layout(360, { shapes, showlegend: data.groups.length > 0, margin: { l: 64, r: 12, t: data.groups.length > 0 ? 60 : 12, b: 60 },
      xaxis: axis(plain(data.categoryName), { tickvals: data.categories.map((_, k) => k), ticktext: data.categories.map((name) => plain(shortened(name, most))),
        range: [-0.6, data.categories.length - 0.4], showgrid: false }),
      yaxis: chosenAxis(data.axis, shown, range) }) };
  }

  function points(data) {
    const traces = [];
    const fit = data.fit;
    const xs = [];
    const ys = [];
    if (fit.x.length > 0) {
      const edge = (y, more) => ({ type: "scatter", mode: "lines", x: numbers(fit.x), y: numbers(y), line: { width: 0 }, hoverinfo: "skip", showlegend: false, ...more });
      traces.push(edge(fit.low), edge(fit.high, { fill: "tonexty", fillcolor: "rgba(123,135,148,.2)" }));
      traces.push({ type: "scatter", mode: "lines", x: numbers(fit.x), y: numbers(fit.y), showlegend: false, line: { color: "#7b8794", width: 2 }, hoverinfo: "skip" });
    }
    for (const group of data.groups) {
      const x = numbers(group.x);
      const y = numbers(group.y);
      xs.push(...x);
      ys.push(...y);
      traces.push({ type: "scatter", mode: "markers", x, y, name: plain(group.name), hoverinfo: "text",
        text: group.labels.map((label, i) => `${plain(label)}<br>${short(x[i])}, ${short(y[i])}`),
        marker: { symbol: group.symbol, color: group.colour, size: 9, line: { color: "#fff", width: 0.8 } } });
    }
    const rows = Math.ceil(data.groups.length / 3);
    return { traces, layout: layout(390 + 20 * rows, { margin: { l: 64, r: 12, t: 12, b: 60 }, legend: Plotting.legendBelow, showlegend: data.groups.length > 1,
      xaxis: chosenAxis(data.horizontal, xs), yaxis: chosenAxis(data.vertical, ys) }) };
  }

  function matrix(data, narrow) {
    const z = data.values.map(numbers);
    const names = data.names.map((name) => plain(shortened(name, narrow ? 18 : 34)));
    const places = names.map((_, k) => k);
    const room = (narrow ? 190 : 680) / names.length;
    const label = (value) => (value === null ? "×" : room > 17 ? value.toFixed(2).replace("-", "−") : "");
    const text = z.map((row, i) => row.map((value, j) => `${names[i]}<br>${names[j]}<br>ρ = ${value === null ? "not computed" : value.toFixed(3)}`));
    const steps = data.colours.length - 1;
    const map = { type: "heatmap", x: places, y: places, z, text, hoverinfo: "text", zmin: -1, zmax: 1, colorscale: data.colours.map((colour, k) => [k / steps, colour]),
      xgap: 1, ygap: 1, colorbar: { title: { text: data.valueName, side: "right" }, thickness: 14, outlinewidth: 0, ...(narrow ? { orientation: "h", y: 1.02, yanchor: "bottom", tickvals: [-1, 0, 1], tickangle: 0, title: { text: data.valueName, side: "top" } } : {}) } };
    const annotations = z.flatMap((row, i) => row.map((value, j) => ({ x: j, y: i, text: label(value), showarrow: false,
      font: { size: Math.min(12, room / 3.6), color: value !== null && Math.abs(value) > 0.6 ? "#fff" : INK } }))).filter((each) => each.text !== "");
    const ticks = { tickvals: places, ticktext: names, showgrid: false, tickfont: { size: narrow ? 9 : 12 } };
    return { traces: [map], layout: layout(Math.max(260, Math.min(760, (narrow ? 24 : 40) * names.length + 150)), { annotations, plot_bgcolor: "#d9dfe5", margin: { l: 20, r: 10, t: narrow ? 80 : 34, b: 20 },
      xaxis: axis("", { ...ticks, tickangle: -50 }), yaxis: axis("", { ...ticks, autorange: "reversed" }) }) };
  }

  Object.assign(Plots, { values, points, matrix });
})();
