/* Loss and accuracy over a plane. */
(() => {
  const { VERMILLION, INK, numbers, present, transposed, short, axis, layout, mark } = Plotting;

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

  function planeLayout(alpha, beta, narrow) {
    const ratio = (Math.max(...alpha) - Math.min(...alpha)) / (Math.max(...beta) - Math.min(...beta));
    const equal = ratio >= 0.25 && ratio <= 4 ? { scaleanchor: "x", constrain: "domain" } : {};
    return layout(narrow ? 460 : 620, { xaxis: axis("α (along d₁)", { constrain: "domain", showgrid: false }), yaxis: axis("β (along d₂)", { showgrid: false, ...equal }), showlegend: true });
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
    if (data.computed) {
      const dots = data.computed.flatMap((row, i) => row.map((one, j) => [one, alpha[i], beta[j]])).filter(([one]) => one === 1);
      traces.push({ ...mark(0, 0, `computed points: ${dots.length}`, "circle", INK), x: dots.map((dot) => dot[1]), y: dots.map((dot) => dot[2]),
        marker: { symbol: "circle", color: INK, size: 4, line: { color: "#fff", width: 0.8 } } });
    }
    (data.marks || []).forEach(({ name, alpha: x, beta: y }) => traces.push(mark(x, y, name, "circle", VERMILLION)));
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

  Object.assign(Plots, { surface, contour, accuracy });
  Object.assign(Plotting, { lossScale, planeLayout });
})();
