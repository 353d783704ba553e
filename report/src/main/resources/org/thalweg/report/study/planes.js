
/* Planes of all cells with one scale: level lines, paths, surfaces. */
(() => {
  const { VERMILLION, INK, numbers, present, transposed, short, axis, layout, lossScale, plain, shortened, panels, heading } = Plotting;

  function hover(part, rows, alpha, beta) {
    return rows.map((row, j) => row.map((value, i) => `${plain(part.name)}<br>α = ${short(alpha[i])}, β = ${short(beta[j])}<br>loss = ${short(value)}`));
  }

  function planes(data, narrow) {
    const scale = lossScale(data);
    const { zmin, zmax, colorscale } = scale.colors;
    const { rows: count, columns, places } = panels(data.parts.length, narrow, data.columns);
    const traces = [];
    const axes = {};
    places.forEach((place, k) => {
      const part = data.parts[k];
      const on = { xaxis: `x${place.suffix}`, yaxis: `y${place.suffix}` };
      const alpha = numbers(part.alpha);
      const beta = numbers(part.beta);
      const rows = transposed(part.loss.map(numbers));
      const wide = alpha.length > 1 && beta.length > 1;
      traces.push({ type: "heatmap", x: alpha, y: beta, z: rows.map((row) => row.map(scale.place)), text: hover(part, rows, alpha, beta), hoverinfo: "text", zsmooth: wide ? "best" : false,
        colorscale, zmin, zmax, showscale: k === 0, colorbar: { ...scale.bar, ...(narrow ? { orientation: "h", y: 1.04, yanchor: "bottom", title: { text: scale.name, side: "top" } } : {}) }, ...on });
      if (wide) {
        for (const level of scale.levels) {
          const color = (scale.place(level) - zmin) / (zmax - zmin) < 0.55 ? "#f4f6f8" : INK;
          traces.push({ type: "contour", x: alpha, y: beta, z: rows, showscale: false, hoverinfo: "skip", line: { color, width: 1 },
            contours: { start: level, end: level, size: 1, coloring: "none", showlabels: false }, ...on });
        }
      }
      if (part.pathAlpha.length > 0) {
        const x = numbers(part.pathAlpha);
        const y = numbers(part.pathBeta);
        traces.push({ type: "scatter", mode: "lines", x, y, line: { color: "#fff", width: 4 }, hoverinfo: "skip", ...on });
        traces.push({ type: "scatter", mode: "lines+markers", x, y, line: { color: INK, width: 1.6 }, hoverinfo: "text", text: x.map((value, i) => `snapshot ${i + 1} of ${x.length}<br>${short(value)}, ${short(y[i])}`),
          marker: { size: x.map((_, i) => (i === 0 ? 9 : 6)), color: x.map((_, i) => (i === 0 ? INK : VERMILLION)), line: { color: "#fff", width: 1 } }, ...on });
      }
      traces.push({ type: "scatter", mode: "markers", x: [0], y: [0], marker: { symbol: "cross", color: INK, size: 9, line: { color: "#fff", width: 1.2 } }, hoverinfo: "skip", ...on });
      axes[`xaxis${place.suffix}`] = axis(place.last ? plain(data.alphaName) : "", { domain: place.x, anchor: `y${place.suffix}`, showgrid: false, range: [Math.min(...alpha), Math.max(...alpha)] });
      axes[`yaxis${place.suffix}`] = axis(place.first ? plain(data.betaName) : "", { domain: place.y, anchor: `x${place.suffix}`, showgrid: false, range: [Math.min(...beta), Math.max(...beta)] });
    });
    const each = narrow ? 290 : columns === 1 ? 460 : columns === 2 ? 400 : columns === 3 ? 330 : 270;
    return { traces, layout: layout(94 + each * count, { ...axes, showlegend: false, margin: { l: 64, r: 12, t: narrow ? 96 : 54, b: 60 }, annotations: places.map((place, k) => heading(data.parts[k].name, place)) }) };
  }

  function surfaces(data, narrow) {
    const scale = lossScale(data);
    const { cmin, cmax, colorscale } = scale.colors;
    const traces = data.parts.map((part, k) => {
      const alpha = numbers(part.alpha);
      const beta = numbers(part.beta);
      const rows = transposed(part.loss.map(numbers));
      if (!rows.some(present)) {
        return null;
      }
      return { type: "surface", x: alpha, y: beta, z: rows.map((row) => row.map((value) => (value === null ? null : scale.place(Math.min(value, scale.high))))), text: hover(part, rows, alpha, beta), hoverinfo: "text",
        name: part.name, visible: k === 0, colorscale, cmin, cmax, colorbar: { ...scale.bar, len: 0.7 }, lighting: { ambient: 0.75, diffuse: 0.5, specular: 0.05, roughness: 0.9 } };
    }).filter((trace) => trace !== null);
    if (traces.length === 0) {
      throw new Error("there is no finite value to show");
    }
    traces.forEach((trace, k) => {
      trace.visible = k === 0;
    });
    const buttons = traces.map((trace, k) => ({ label: plain(shortened(trace.name, 40)), method: "restyle", args: ["visible", traces.map((_, j) => j === k)] }));
    const far = narrow ? 1.4 : 1.05;
    const wall = { tickfont: { size: narrow ? 9 : 12 }, gridcolor: "#cbd2d9", zeroline: false, showspikes: false };
    return { traces, layout: layout(narrow ? 420 : 560, { margin: { l: 0, r: 0, t: 50, b: 0 }, showlegend: false,
      updatemenus: traces.length > 1 ? [{ buttons, x: 0, xanchor: "left", y: 1, yanchor: "bottom", pad: { b: 8 }, showactive: true }] : [],
      scene: { xaxis: { title: { text: plain(data.alphaName) }, ...wall }, yaxis: { title: { text: plain(data.betaName) }, ...wall },
        zaxis: { title: { text: narrow ? "" : scale.name }, ...scale.ticks, range: [cmin, cmax], ...wall },
        aspectmode: "manual", aspectratio: { x: 1, y: 1, z: 0.7 }, camera: { eye: { x: -1.05 * far, y: -1.25 * far, z: 1.35 * far }, center: { x: 0, y: 0, z: -0.1 } } } }) };
  }

  Object.assign(Plots, { planes, surfaces });
})();
