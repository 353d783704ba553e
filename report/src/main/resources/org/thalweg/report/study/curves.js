
/* Curves of all cells with bands: over one another, or cell by cell. */
(() => {
  const { numbers, short, axis, layout, plain, shortened, chosenAxis, pale } = Plotting;

  function traces(curve, data, floor, more) {
    const x = numbers(curve.x);
    const y = numbers(curve.y);
    const low = numbers(curve.low).map((value) => (value === null ? null : Math.max(value, floor)));
    const high = numbers(curve.high);
    const edge = (values, extra) => ({ type: "scatter", mode: "lines", x, y: values, line: { width: 0 }, hoverinfo: "skip", showlegend: false, legendgroup: curve.name, connectgaps: false, ...more, ...extra });
    const stride = Math.max(1, Math.ceil(x.length / 12));
    const text = x.map((value, i) => `${plain(curve.name)}<br>${short(value)}: ${short(y[i])}${high[i] === null || low[i] === null ? "" : `<br>${short(low[i])} to ${short(high[i])}`}`);
    const all = high.some((value) => value !== null) ? [edge(low), edge(high, { fill: "tonexty", fillcolor: pale(curve.colour, 0.17) })] : [];
    all.push({ type: "scatter", mode: x.length > 1 ? "lines+markers" : "markers", x, y, text, hoverinfo: "text", name: plain(curve.name), legendgroup: curve.name,
      line: { color: curve.colour, width: 2, dash: curve.dash }, marker: { symbol: curve.symbol, color: curve.colour, size: x.map((_, i) => (i % stride === 0 ? 7 : 0.1)) }, ...more });
    return all;
  }

  function everything(data) {
    const values = data.curves.flatMap((curve) => numbers(curve.y).concat(numbers(curve.high)));
    const shown = values.filter((value) => value !== null && (!data.vertical.logarithmic || value > 0));
    return { shown, floor: data.vertical.logarithmic ? Math.min(...shown) / 3 : -Infinity };
  }

  function curves(data) {
    const { shown, floor } = everything(data);
    const rows = Math.ceil(data.curves.length / 3);
    return { traces: data.curves.flatMap((curve) => traces(curve, data, floor, {})),
      layout: layout(390 + 20 * rows, { margin: { l: 64, r: 12, t: 12, b: 60 }, legend: Plotting.legendBelow, showlegend: data.curves.length > 1,
        xaxis: chosenAxis(data.horizontal, data.curves.flatMap((curve) => numbers(curve.x))), yaxis: chosenAxis(data.vertical, shown) }) };
  }

  /* Panels in rows and columns; axes of the k-th have the suffix k. */
  function panels(count, narrow, most) {
    const columns = Math.max(1, Math.min(count, narrow ? 1 : most));
    const rows = Math.ceil(count / columns);
    const places = [];
    const gapX = 0.07;
    const gapY = Math.min(0.3 / rows, 0.16);
    const width = (1 - gapX * (columns - 1)) / columns;
    const height = (1 - gapY * (rows - 1)) / rows;
    for (let k = 0; k < count; k++) {
      const left = (k % columns) * (width + gapX);
      const top = 1 - Math.floor(k / columns) * (height + gapY);
      places.push({ suffix: k === 0 ? "" : String(k + 1), x: [left, left + width], y: [Math.max(0, top - height), top], first: k % columns === 0, last: k + columns >= count });
    }
    return { columns, rows, places };
  }

  const heading = (name, place) => ({ text: `<b>${plain(shortened(name, 38))}</b>`, showarrow: false, xref: "paper", yref: "paper", x: place.x[0], y: place.y[1], xanchor: "left", yanchor: "bottom", font: { size: 13 } });

  function curveMultiples(data, narrow) {
    const { shown, floor } = everything(data);
    const { rows, places } = panels(data.curves.length, narrow, data.columns);
    const axes = {};
    const all = [];
    places.forEach((place, k) => {
      const match = k === 0 ? {} : { matches: "x" };
      axes[`xaxis${place.suffix}`] = { ...chosenAxis(data.horizontal, []), domain: place.x, anchor: `y${place.suffix}`, ...match, ...(place.last ? {} : { title: {} }) };
      axes[`yaxis${place.suffix}`] = { ...chosenAxis(data.vertical, shown), domain: place.y, anchor: `x${place.suffix}`, ...(k === 0 ? {} : { matches: "y" }), ...(place.first ? {} : { title: {} }) };
      all.push(...traces(data.curves[k], data, floor, { xaxis: `x${place.suffix}`, yaxis: `y${place.suffix}` }));
    });
    return { traces: all, layout: layout(94 + 220 * rows, { ...axes, showlegend: false, margin: { l: 64, r: 12, t: 54, b: 60 }, annotations: places.map((place, k) => heading(data.curves[k].name, place)) }) };
  }

  Object.assign(Plots, { curves, curveMultiples });
  Object.assign(Plotting, { panels, heading });
})();
