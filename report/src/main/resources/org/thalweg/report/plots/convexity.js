/* The ends of the Hessian's spectrum over a plane. */
(() => {
  const { INK, numbers, transposed, short, mark, planeLayout } = Plotting;

  function convexity(data, narrow) {
    const [ratio, largest, smallest] = ["ratio", "largest", "smallest"].map((field) => transposed(data[field].map(numbers)));
    const alpha = numbers(data.alpha);
    const beta = numbers(data.beta);
    const text = ratio.map((row, j) => row.map((value, i) =>
      `α = ${short(alpha[i])}, β = ${short(beta[j])}<br>|λ_min / λ_max| = ${short(value)}<br>λ_max = ${short(largest[j][i])}<br>λ_min = ${short(smallest[j][i])}`));
    const map = { type: "heatmap", x: alpha, y: beta, z: ratio, text, hoverinfo: "text", showlegend: false, colorscale: "Viridis", zmin: 0, zmax: 1,
      colorbar: { title: { text: "|λ_min / λ_max|", side: "right" }, outlinewidth: 0, thickness: 16 } };
    return { traces: [map, mark(0, 0, "θ, the network", "cross", INK)], layout: planeLayout(alpha, beta, narrow) };
  }

  Object.assign(Plots, { convexity });
})();
