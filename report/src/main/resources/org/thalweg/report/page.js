
/* Unpacks the plotting library and replaces static pictures by interactive ones where that works. */
(async () => {
  const WEBGL = new Set(["surface", "surfaces"]);
  const MOST_WEBGL = 8; /* browsers drop the oldest context beyond a dozen or so */
  const body = document.body;
  const figures = [...document.querySelectorAll("figure[data-kind]")];

  let errors = 0;
  for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"]) {
    addEventListener(kind, () => {
      errors++;
      body.dataset.errors = String(errors);
    });
  }

  function hasWebGl() {
    try {
      const canvas = document.createElement("canvas");
      return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
    } catch {
      return false;
    }
  }

  async function loadPlotly() {
    const packed = Uint8Array.from(atob(document.getElementById("plotly").textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const source = await new Response(stream).blob();
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error("the plotting library did not start"));
      document.head.append(script);
    });
    URL.revokeObjectURL(address);
  }

  function keepStatic(figure, reason) {
    const note = figure.querySelector(".fallback");
    note.textContent = reason;
    note.hidden = false;
  }

  async function draw(figure, data) {
    const { kind, result } = figure.dataset;
    const plot = figure.querySelector(".plot");
    const picture = figure.querySelector(".static");
    const narrow = plot.parentElement.clientWidth < 520;
    try {
      const { traces, layout } = Plots[kind](kind === "training" ? data.training : data.results[result], narrow);
      plot.hidden = false;
      if (picture !== null) {
        picture.hidden = true;
      }
      await Plotly.newPlot(plot, traces, layout, { responsive: true, displaylogo: false, displayModeBar: narrow ? false : "hover", modeBarButtonsToRemove: ["select2d", "lasso2d"] });
      return true;
    } catch (error) {
      plot.hidden = true;
      if (picture !== null) {
        picture.hidden = false;
      }
      keepStatic(figure, "Static picture: the interactive one could not be drawn (" + error.message + ").");
      return false;
    }
  }

  let drawn = 0;
  try {
    if (figures.length > 0) {
      await loadPlotly();
    }
    const data = JSON.parse(document.getElementById("data").textContent);
    const webGl = figures.some((figure) => WEBGL.has(figure.dataset.kind)) && hasWebGl();
    let surfaces = 0;
    for (const figure of figures) {
      if (WEBGL.has(figure.dataset.kind) && (!webGl || ++surfaces > MOST_WEBGL)) {
        keepStatic(figure, webGl ? "Static picture: the page has more surfaces than a browser can rotate at once."
          : "Static picture: this browser offers no WebGL, which the rotatable surface needs.");
      } else if (await draw(figure, data)) {
        drawn++;
      }
    }
  } catch (error) {
    const hint = document.getElementById("hint");
    hint.textContent = "Static pictures are shown: interactive ones could not be started (" + error.message + ").";
    hint.hidden = false;
  }
  body.dataset.errors = String(errors);
  body.dataset.plotsDrawn = String(drawn);
  body.dataset.plotsTotal = String(figures.length);
  body.dataset.state = "ready";
})();
