/* The path of a training. */
(() => {
  const { BLUE, VERMILLION, GREEN, INK, numbers, short, axis, valueAxis, layout, curve } = Plotting;
  const EPOCHS = "epoch (passes over the training data)";

  function dotted(x, y, name, color, more) {
    return curve(x, y, name, color, { mode: "lines+markers", connectgaps: false, ...more });
  }

  /* Panels one below the other over a common axis; each is { axis: (domain) => axis, traces }. */
  function stacked(panels, horizontal, height, more) {
    const gap = 0.1;
    const share = (1 - gap * (panels.length - 1)) / panels.length;
    const axes = {};
    const traces = [];
    panels.forEach((panel, k) => {
      const suffix = k === 0 ? "" : String(k + 1);
      const top = 1 - k * (share + gap);
      axes[`yaxis${suffix}`] = panel.axis([Math.max(0, top - share), top]);
      panel.traces.forEach((trace) => traces.push({ ...trace, yaxis: `y${suffix}` }));
    });
    const last = panels.length === 1 ? "y" : `y${panels.length}`;
    return { traces, layout: layout(height, { xaxis: axis(horizontal, { anchor: last }), ...axes, ...more }) };
  }

  const level = (x, value, name, color) => ({ type: "scatter", mode: "lines", x: [Math.min(...x), Math.max(...x)], y: [value, value], name, line: { color, width: 1.4, dash: "dash" }, hoverinfo: "name" });
  const percent = (value) => `${Number((100 * value).toPrecision(3))} %`;

  function trajectoryPath(data, narrow) {
    const picture = Plots.contour(data.plane, narrow);
    const x = data.coordinates.map((row) => numbers(row)[0]);
    const y = data.coordinates.map((row) => numbers(row)[1]);
    const off = numbers(data.offPlane);
    const loss = numbers(data.loss);
    const shadow = numbers(data.projectedLoss);
    const text = x.map((_, t) => `step ${short(data.step[t])}, epoch ${short(data.epoch[t])}<br>distance from the plane ${short(off[t])}`
      + `<br>loss of the snapshot ${short(loss[t])}<br>loss on the plane ${short(shadow[t])}`);
    picture.traces.push({ type: "scatter", mode: "lines", x, y, line: { color: "#fff", width: 5 }, hoverinfo: "skip", showlegend: false });
    picture.traces.push({ type: "scatter", mode: "lines+markers", x, y, name: "snapshots, projected", text, hoverinfo: "text", line: { color: INK, width: 2 },
      marker: { size: 10, color: off, cmin: 0, colorscale: [[0, "#ffffff"], [1, VERMILLION]], line: { color: INK, width: 1.2 },
        colorbar: { orientation: "h", y: -0.16, yanchor: "top", thickness: 12, len: 0.8, outlinewidth: 1, title: { text: "distance from the plane", side: "bottom" } } } });
    picture.layout.height += 110;
    picture.layout.margin.b = 140;
    const shares = numbers(data.ratios);
    picture.layout.xaxis.title = { text: `α along PC 1 (${percent(shares[0])} of the variance)`, standoff: 8 };
    picture.layout.yaxis.title = { text: `β along PC 2 (${percent(shares[1])} of the variance)`, standoff: 8 };
    return picture;
  }

  function variance(data) {
    const shares = numbers(data.ratios);
    const rank = shares.map((_, k) => k + 1);
    const shown = shares.map((value) => (value !== null && value > 1e-12 ? value : null));
    let sum = 0;
    const together = shares.map((value) => (sum += value));
    return stacked([
      { axis: (domain) => valueAxis("share of the variance", shown, { domain }), traces: [dotted(rank, shown, "of each component", BLUE)] },
      { axis: (domain) => axis("cumulative share", { domain, range: [0, 1.04] }), traces: [dotted(rank, together, "of the first k components together", GREEN)] },
    ], "principal component k (all of them)", 560);
  }

  function pathLosses(data) {
    const x = numbers(data.epoch);
    const loss = numbers(data.loss);
    const shadow = numbers(data.projectedLoss);
    const bars = (values) => ({ error_y: { type: "data", array: numbers(values), thickness: 1, width: 2 } });
    return stacked([{ axis: (domain) => valueAxis("mean loss", [...loss, ...shadow], { domain }), traces: [
      dotted(x, shadow, "on the plane, at the projection of the snapshot", VERMILLION, bars(data.projectedLossStandardError)),
      dotted(x, loss, "at the snapshot", BLUE, bars(data.lossStandardError)),
    ] }], EPOCHS, 430);
  }

  function pathLine(data, narrow) {
    const picture = Plots.slice(data.line, narrow);
    picture.layout.xaxis.title = { text: "α along PC 1, from the last snapshot", standoff: 12 };
    return picture;
  }

  function pathSteps(data) {
    const x = numbers(data.epoch);
    const lengths = numbers(data.stepLength);
    return stacked([
      { axis: (domain) => axis("cosine", { domain, range: [-1.08, 1.08] }), traces: [dotted(x, numbers(data.turn), "between the steps into and out of a snapshot", BLUE)] },
      { axis: (domain) => valueAxis("step length", lengths, { domain }), traces: [dotted(x, lengths, "from the snapshot before", GREEN)] },
      { axis: (domain) => axis("distance", { domain }), traces: [dotted(x, numbers(data.fromStart), "from the first snapshot", BLUE), dotted(x, numbers(data.fromEnd), "from the last snapshot", VERMILLION)] },
    ], EPOCHS, 760);
  }

  function pathCurvature(data) {
    const { curvature } = data;
    const x = numbers(curvature.epoch);
    const largest = numbers(curvature.largest);
    const sharpness = numbers(curvature.sharpness);
    const first = [dotted(x, largest, "λ₁ ± residual", BLUE, { error_y: { type: "data", array: numbers(curvature.residual), color: INK, thickness: 1.6 } })];
    const [threshold] = numbers([curvature.threshold]);
    const near = threshold !== null && threshold <= 8 * Math.max(...largest);
    if (near) {
      first.push(level(x, threshold, `${curvature.rule} = ${short(threshold)}`, VERMILLION));
    }
    const words = threshold === null ? `threshold: ${curvature.rule}` : near ? "" : `threshold ${curvature.rule} = ${short(threshold)}, above the picture`;
    return stacked([
      { axis: (domain) => axis("λ₁ of the Hessian", { domain, rangemode: "tozero" }), traces: first },
      { axis: (domain) => valueAxis(`sharpness, ρ = ${short(curvature.radius)}`, sharpness, { domain }), traces: [dotted(x, sharpness, "L(θ + ρ∇L/‖∇L‖) − L(θ)", GREEN)] },
      { axis: (domain) => axis("|cos|", { domain, range: [0, 1.04] }), traces: [dotted(x, numbers(curvature.alignment), "next step and eigenvector of λ₁", INK)] },
    ], EPOCHS, 760, words === "" ? {} : { annotations: [{ x: 0, y: 1, xref: "paper", yref: "paper", xanchor: "left", yanchor: "top", showarrow: false, text: words }] });
  }

  function pathComponents(data) {
    const { curvature } = data;
    const values = numbers(curvature.components);
    const x = values.map((_, k) => k + 1);
    const ends = [0.5, values.length + 0.5];
    const largest = numbers(curvature.largest).at(-1);
    return stacked([{ axis: (domain) => valueAxis("curvature vᵀHv", [...values, largest, curvature.mean], { domain }), traces: [
      dotted(x, values, "along the component", BLUE),
      level(ends, largest, `λ₁ = ${short(largest)}`, VERMILLION),
      level(ends, curvature.mean, `random directions: ${short(curvature.mean)} ± ${short(curvature.meanError)}`, GREEN),
    ] }], "principal component of the path", 430);
  }

  Object.assign(Plots, { trajectoryPath, variance, pathLosses, pathLine, pathSteps, pathCurvature, pathComponents });
})();
