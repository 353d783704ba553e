/* Loss along many lines. */
(() => {
  const { BLUE, VERMILLION, numbers, spansDecades, axis, valueAxis, layout, curve } = Plotting;

  function band(data) {
    const x = numbers(data.alpha);
    const lines = data.loss.map(numbers);
    const all = lines.flat();
    const floor = spansDecades(all) ? Math.min(...all.filter((value) => value !== null)) / 3 : -Infinity;
    const mean = numbers(data.mean);
    const error = numbers(data.error);
    const shifted = (sign) => mean.map((value, i) => (value === null || error[i] === null ? null : Math.max(floor, value + sign * error[i])));
    const edge = { mode: "lines", line: { width: 0 }, hoverinfo: "skip" };
    const traces = [
      curve(x, numbers(data.low), "", BLUE, { ...edge, showlegend: false }),
      curve(x, numbers(data.high), "5 to 95 % of directions", BLUE, { ...edge, fill: "tonexty", fillcolor: "rgba(0,114,178,.18)" }),
    ];
    lines.forEach((line, k) => traces.push(curve(x, line, `direction ${k + 1}`, "#7b8794", { line: { color: "rgba(123,135,148,.5)", width: 0.8 }, showlegend: false })));
    traces.push(
      curve(x, shifted(-1), "", VERMILLION, { ...edge, showlegend: false }),
      curve(x, shifted(1), "± 1 standard error over directions", VERMILLION, { ...edge, fill: "tonexty", fillcolor: "rgba(213,94,0,.35)" }),
      curve(x, mean, "mean over directions", VERMILLION, {}),
    );
    return { traces, layout: layout(460, { xaxis: axis("α (along each d)"), yaxis: valueAxis("mean loss", all) }) };
  }

  Object.assign(Plots, { band });
})();
