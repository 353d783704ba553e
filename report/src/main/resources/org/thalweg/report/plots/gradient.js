/* The gradient by tensor and by sample. */
(() => {
  const { BLUE, VERMILLION, GREEN, numbers, short, axis, layout } = Plotting;

  function gradient(data) {
    const bars = { type: "bar", orientation: "h", x: numbers(data.norms), y: data.tensors, marker: { color: BLUE } };
    return { traces: [bars], layout: layout(120 + 26 * data.tensors.length,
      { xaxis: axis("‖∇L‖₂ of the tensor", { rangemode: "tozero" }), yaxis: axis("", { autorange: "reversed", type: "category" }), showlegend: false, margin: { l: 20, r: 20, t: 10, b: 60 } }) };
  }

  function gradientNoise(data) {
    const { edges, counts, mean, chance } = data.noise;
    const most = Math.max(...counts);
    const bars = { type: "bar", x: counts.map((_, i) => (edges[i] + edges[i + 1]) / 2), y: counts, width: counts.map((_, i) => edges[i + 1] - edges[i]),
      marker: { color: BLUE, opacity: 0.6 }, name: "‖∇ℓₙ‖ of single samples",
      text: counts.map((count, i) => `${count} samples from ${short(edges[i])} to ${short(edges[i + 1])}`), textposition: "none", hoverinfo: "text" };
    const upright = (value, name, color) => ({ type: "scatter", mode: "lines", x: [value, value], y: [0, 1.08 * most], name: `${name} = ${short(value)}`, line: { color, width: 2 }, hoverinfo: "name" });
    const lines = [[mean, "‖∇L‖", VERMILLION], [chance, "by chance: √(tr Σ/N)", GREEN]].filter(([value]) => typeof value === "number" && value > 0);
    return { traces: [bars, ...lines.map(([value, name, color]) => upright(value, name, color))],
      layout: layout(420, { bargap: 0, xaxis: axis("length of the gradient, log scale", { type: "log", dtick: 1 }), yaxis: axis("samples", { range: [0, 1.08 * most] }) }) };
  }

  Object.assign(Plots, { gradient, gradientNoise });
})();
