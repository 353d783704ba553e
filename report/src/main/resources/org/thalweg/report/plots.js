"use strict";

/* One function per kind of picture: from a result to what Plotly draws. */
const Plots = (() => {
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
    return { height, font: FONT, paper_bgcolor: "#fff", plot_bgcolor: "#fff", margin: { l: 70, r: 20, t: 50, b: 60 },
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" }, hovermode: "closest", ...more };
  }

  function curve(x, y, name, color, more) {
    const mode = y.filter((value) => value !== null).length < 2 ? "markers" : "lines";
    return { type: "scatter", mode, x, y, name, line: { color, width: 2 }, marker: { color }, ...more };
  }

  function training(data) {
    const x = numbers(data.epoch);
    const panels = [
      ["mean loss", [["training", data.trainLoss, BLUE], ["test", data.testLoss, VERMILLION]]],
      ["accuracy", [["training", data.trainAccuracy, BLUE], ["test", data.testAccuracy, VERMILLION]]],
      ["gradient norm ‖∇L‖₂", [["training", data.gradientNorm, BLUE]]],
    ].map(([name, curves]) => [name, curves.map(([label, y, color]) => [label, numbers(y), color]).filter(([, y]) => present(y))])
      .filter(([, curves]) => curves.length > 0);
    const traces = [];
    const axes = {};
    panels.forEach(([name, curves], k) => {
      const suffix = k === 0 ? "" : String(k + 1);
      const height = 1 / panels.length;
      const top = 1 - k * height;
      axes["yaxis" + suffix] = valueAxis(name, curves.flatMap(([, y]) => y), { domain: [top - height * 0.82, top] });
      for (const [label, y, color] of curves) {
        traces.push(curve(x, y, label, color, { yaxis: "y" + suffix, showlegend: k === 0 }));
      }
    });
    const last = panels.length > 1 ? "y" + panels.length : "y";
    return { traces, layout: layout(110 + 210 * Math.max(1, panels.length),
      { xaxis: axis("epoch (passes over the training data)", { anchor: last }), hovermode: "x unified", ...axes }) };
  }

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

  function plane(data, field) {
    const rows = transposed(data[field].map(numbers));
    const errors = transposed(data.lossStandardError.map(numbers));
    const alpha = numbers(data.alpha);
    const beta = numbers(data.beta);
    const text = rows.map((row, j) => row.map((value, i) => `α = ${short(alpha[i])}, β = ${short(beta[j])}<br>${field} = ${short(value)}`
      + (field === "loss" && errors[j][i] !== null ? ` ± ${short(errors[j][i])}` : "")));
    return { alpha, beta, rows, text };
  }

  function lossScale(data) {
    const { logarithmic, range, levels, labels } = data.display;
    const place = (value) => (value === null ? null : logarithmic ? Math.log10(value) : value);
    const stride = levels.length > 9 ? 2 : 1;
    const shown = levels.map((level, k) => [level, labels[k]]).filter((_, k) => k % stride === 0);
    const name = logarithmic ? "mean loss, log scale" : "mean loss";
    return { place, levels, labels, stride, name, high: range[1],
      colors: { colorscale: "Viridis", cmin: place(range[0]), cmax: place(range[1]), zmin: place(range[0]), zmax: place(range[1]) },
      bar: { title: { text: name, side: "right" }, tickvals: shown.map(([level]) => place(level)), ticktext: shown.map(([, label]) => label), outlinewidth: 0, thickness: 16 },
      ticks: { tickvals: shown.map(([level]) => place(level)), ticktext: shown.map(([, label]) => label) } };
  }

  function surface(data, narrow) {
    const { alpha, beta, rows, text } = plane(data, "loss");
    const whole = rows.some((row, j) => j > 0 && row.some((value, i) =>
      i > 0 && present([value]) && present([row[i - 1]]) && present([rows[j - 1][i]]) && present([rows[j - 1][i - 1]])));
    if (!whole) {
      throw new Error("there is no cell with four finite corners");
    }
    const scale = lossScale(data);
    const heights = rows.map((row) => row.map((value) => (value === null ? null : scale.place(Math.min(value, scale.high)))));
    const { cmin, cmax, colorscale } = scale.colors;
    const trace = { type: "surface", x: alpha, y: beta, z: heights, text, hoverinfo: "text", colorscale, cmin, cmax, colorbar: { ...scale.bar, len: 0.7 },
      lighting: { ambient: 0.75, diffuse: 0.5, specular: 0.05, roughness: 0.9 } };
    const far = narrow ? 1.4 : 1;
    const wall = { tickfont: { size: narrow ? 9 : 12 }, gridcolor: "#cbd2d9", zeroline: false, showspikes: false };
    return { traces: [trace], layout: layout(narrow ? 420 : 620, { margin: { l: 0, r: 0, t: 10, b: 0 }, scene: {
      xaxis: { title: { text: "α (along d₁)" }, ...wall }, yaxis: { title: { text: "β (along d₂)" }, ...wall },
      zaxis: { title: { text: narrow ? "" : scale.name }, ...scale.ticks, ...wall },
      aspectmode: "manual", aspectratio: { x: 1, y: 1, z: 0.7 }, camera: { eye: { x: -1.05 * far, y: -1.25 * far, z: 1.35 * far }, center: { x: 0, y: 0, z: -0.1 } } } }) };
  }

  function mark(x, y, name, symbol, color) {
    return { type: "scatter", mode: "markers", x: [x], y: [y], name, marker: { symbol, color, size: 11, line: { color: "#fff", width: 1.5 } }, hoverinfo: "skip" };
  }

  function planeLayout(alpha, beta, narrow) {
    const ratio = (Math.max(...alpha) - Math.min(...alpha)) / (Math.max(...beta) - Math.min(...beta));
    const equal = ratio >= 0.25 && ratio <= 4 ? { scaleanchor: "x", constrain: "domain" } : {};
    return layout(narrow ? 460 : 620, { xaxis: axis("α (along d₁)", { constrain: "domain", showgrid: false }), yaxis: axis("β (along d₂)", { showgrid: false, ...equal }), showlegend: true });
  }

  function contour(data, narrow) {
    const { alpha, beta, rows, text } = plane(data, "loss");
    const scale = lossScale(data);
    const { zmin, zmax, colorscale } = scale.colors;
    const traces = [{ type: "heatmap", x: alpha, y: beta, z: rows.map((row) => row.map(scale.place)), text, hoverinfo: "text",
      zsmooth: alpha.length > 1 && beta.length > 1 ? "best" : false, colorscale, zmin, zmax, colorbar: scale.bar }];
    if (alpha.length > 1 && beta.length > 1) {
      scale.levels.forEach((level, k) => {
        const color = (scale.place(level) - zmin) / (zmax - zmin) < 0.55 ? "#f4f6f8" : INK;
        traces.push({ type: "contour", x: alpha, y: beta, z: rows, showscale: false, showlegend: false, hoverinfo: "skip", line: { color, width: 1.2 },
          contours: { start: level, end: level, size: 1, coloring: "none", showlabels: k % scale.stride === 0, labelformat: ".3~g", labelfont: { size: 12, color } } });
      });
    }
    traces.push(mark(0, 0, "θ, the network", "cross", INK));
    let lowest = null;
    rows.forEach((row, j) => row.forEach((value, i) => {
      if (value !== null && (lowest === null || value < lowest.value)) {
        lowest = { value, x: alpha[i], y: beta[j] };
      }
    }));
    if (lowest !== null) {
      traces.push(mark(lowest.x, lowest.y, `lowest on the grid: ${short(lowest.value)}`, "diamond", VERMILLION));
    }
    return { traces, layout: planeLayout(alpha, beta, narrow) };
  }

  function accuracy(data, narrow) {
    const { alpha, beta, rows, text } = plane(data, "accuracy");
    const map = { type: "heatmap", x: alpha, y: beta, z: rows, text, hoverinfo: "text", showlegend: false, colorscale: "Cividis", zmin: 0, zmax: 1,
      colorbar: { title: { text: "accuracy", side: "right" }, outlinewidth: 0, thickness: 16 } };
    return { traces: [map, mark(0, 0, "θ, the network", "cross", INK)], layout: planeLayout(alpha, beta, narrow) };
  }

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

  function gradient(data) {
    const bars = { type: "bar", orientation: "h", x: numbers(data.norms), y: data.tensors, marker: { color: BLUE } };
    return { traces: [bars], layout: layout(120 + 26 * data.tensors.length,
      { xaxis: axis("‖∇L‖₂ of the tensor", { rangemode: "tozero" }), yaxis: axis("", { autorange: "reversed", type: "category" }), showlegend: false, margin: { l: 20, r: 20, t: 10, b: 60 } }) };
  }

  return { training, slice, surface, contour, accuracy, spectrum, gradient };
})();
