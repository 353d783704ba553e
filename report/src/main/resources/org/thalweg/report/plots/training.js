/* Curves over the epochs. */
(() => {
  const { BLUE, VERMILLION, numbers, present, axis, valueAxis, layout, curve } = Plotting;

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

  Object.assign(Plots, { training });
})();
