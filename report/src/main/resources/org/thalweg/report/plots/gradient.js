/* The gradient by tensor. */
(() => {
  const { BLUE, numbers, axis, layout } = Plotting;

  function gradient(data) {
    const bars = { type: "bar", orientation: "h", x: numbers(data.norms), y: data.tensors, marker: { color: BLUE } };
    return { traces: [bars], layout: layout(120 + 26 * data.tensors.length,
      { xaxis: axis("‖∇L‖₂ of the tensor", { rangemode: "tozero" }), yaxis: axis("", { autorange: "reversed", type: "category" }), showlegend: false, margin: { l: 20, r: 20, t: 10, b: 60 } }) };
  }

  Object.assign(Plots, { gradient });
})();
