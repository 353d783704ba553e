/* A path between two networks, and the plane under it. */
(() => {
  const { BLUE, VERMILLION, GREEN, INK, numbers, present, transposed, short, axis, layout, curve } = Plotting;
  const COLORS = [BLUE, VERMILLION, GREEN];
  const MUTED = "#52606d";

  function path(data) {
    const x = numbers(data.share);
    const t = numbers(data.t);
    const way = t.map((value, i) => `t = ${short(value)}, ${short(x[i] * data.length)} travelled`);
    const two = data.profiles.some((profile) => present(numbers(profile.error)));
    const traces = [];
    const add = (profile, place, color, name, line) => {
      const loss = numbers(profile.loss);
      const error = numbers(profile.lossStandardError);
      const text = way.map((words, i) => `${words}<br>loss = ${short(loss[i])}` + (error[i] === null ? "" : ` ± ${short(error[i])}`));
      traces.push(curve(place, loss, name, color, { text, hoverinfo: "text", legendgroup: name, line: { color, ...line } }));
      if (two) {
        traces.push(curve(place, numbers(profile.error), name, color, { yaxis: "y2", legendgroup: name, showlegend: false, line: { color, ...line } }));
      }
    };
    if (data.straight) {
      add(data.straight, t, MUTED, `straight line, ${data.straight.samples}`, { width: 1.5, dash: "dash" });
    }
    data.profiles.forEach((profile, k) => {
      const color = COLORS[k % COLORS.length];
      const loss = numbers(profile.loss);
      const error = numbers(profile.lossStandardError);
      const shifted = (sign) => loss.map((value, i) => (value === null || error[i] === null ? null : value + sign * error[i]));
      const edge = { mode: "lines", line: { width: 0 }, hoverinfo: "skip", showlegend: false };
      traces.push(curve(x, shifted(-1), "", color, edge));
      traces.push(curve(x, shifted(1), "", color, { ...edge, fill: "tonexty", fillcolor: color + "2d" }));
      add(profile, x, color, profile.samples, { width: 2 });
    });
    const first = data.profiles[0];
    const peak = t.indexOf(first.barrierT);
    const shapes = [];
    const annotations = [];
    if (typeof first.barrier === "number" && first.barrier > 0 && peak >= 0) {
      const high = first.loss[peak];
      const low = high - first.barrier;
      shapes.push({ type: "line", x0: x[peak], x1: x[peak], y0: low, y1: high, line: { color: INK, width: 1.6 } });
      annotations.push({ x: x[peak], y: (low + high) / 2, text: `barrier ${short(first.barrier)}`, showarrow: false, xanchor: x[peak] > 0.65 ? "right" : "left", xshift: x[peak] > 0.65 ? -6 : 6 });
    }
    const axes = { yaxis: axis("mean loss", { domain: [two ? 0.46 : 0, 1] }) };
    if (two) {
      axes.yaxis2 = axis("share of wrong answers", { domain: [0, 0.36] });
    }
    return { traces, layout: layout(two ? 600 : 430, { xaxis: axis("share of the way travelled from A (0) to B (1)", { anchor: two ? "y2" : "y" }), shapes, annotations, ...axes }) };
  }

  function pathplane(data, narrow) {
    const { alpha, beta, loss, display, curveAlpha, curveBeta, pointAlpha, pointBeta } = data.plane;
    const rows = transposed(loss.map(numbers));
    const { logarithmic, range, levels, labels } = display;
    const place = (value) => (value === null ? null : logarithmic ? Math.log10(value) : value);
    const stride = levels.length > 9 ? 2 : 1;
    const shown = levels.map((level, k) => [level, labels[k]]).filter((_, k) => k % stride === 0);
    const text = rows.map((row, j) => row.map((value, i) => `α = ${short(alpha[i])}, β = ${short(beta[j])}<br>loss = ${short(value)}`));
    const zmin = place(range[0]);
    const zmax = place(range[1]);
    const traces = [{ type: "heatmap", x: alpha, y: beta, z: rows.map((row) => row.map(place)), text, hoverinfo: "text", zsmooth: "best", colorscale: "Viridis", zmin, zmax,
      colorbar: { title: { text: logarithmic ? "mean loss, log scale" : "mean loss", side: "right" }, tickvals: shown.map(([level]) => place(level)), ticktext: shown.map(([, label]) => label), outlinewidth: 0, thickness: 16 } }];
    levels.forEach((level, k) => {
      const color = (place(level) - zmin) / (zmax - zmin) < 0.55 ? "#f4f6f8" : INK;
      traces.push({ type: "contour", x: alpha, y: beta, z: rows, showscale: false, showlegend: false, hoverinfo: "skip", line: { color, width: 1.2 },
        contours: { start: level, end: level, size: 1, coloring: "none", showlabels: k % stride === 0, labelformat: ".3~g", labelfont: { size: 12, color } } });
    });
    traces.push(curve([pointAlpha[0], pointAlpha[2]], [pointBeta[0], pointBeta[2]], "straight line", "#ffffff", { line: { color: "#ffffff", width: 1.5, dash: "dash" }, showlegend: false, hoverinfo: "skip" }));
    traces.push(curve(curveAlpha, curveBeta, "path", VERMILLION, { line: { color: VERMILLION, width: 3 }, hoverinfo: "skip" }));
    traces.push({ type: "scatter", mode: "markers+text", x: pointAlpha, y: pointBeta, text: ["A", "bend", "B"], textposition: "top center", textfont: { color: "#fff", size: 14 }, showlegend: false, hoverinfo: "skip",
      marker: { size: 11, color: [INK, "#fff", INK], line: { color: ["#fff", INK, "#fff"], width: 2 } } });
    const ratio = (Math.max(...alpha) - Math.min(...alpha)) / (Math.max(...beta) - Math.min(...beta));
    const equal = ratio >= 0.25 && ratio <= 4 ? { scaleanchor: "x", constrain: "domain" } : {};
    return { traces, layout: layout(narrow ? 460 : 620, { xaxis: axis("α (from A to B)", { constrain: "domain", showgrid: false }), yaxis: axis("β (from the line AB to the bend)", { showgrid: false, ...equal }), showlegend: true }) };
  }

  Object.assign(Plots, { path, pathplane });
})();
