
/* Tables sorted by a click on the head of a column, and tables saved as files. */
(() => {
  const place = (text) => {
    const number = text === "" ? NaN : Number(text);
    return Number.isNaN(number) ? null : number;
  };

  function compared(a, b) {
    const [x, y] = [place(a), place(b)];
    if (x !== null && y !== null) {
      return x - y;
    }
    return x !== null ? -1 : y !== null ? 1 : a.localeCompare(b);
  }

  function sort(table, column) {
    const head = table.tHead.rows[0].cells[column];
    const descending = head.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const key = (row) => row.cells[column].dataset.key;
    const missing = (row) => key(row) === "NaN" || key(row) === "";
    const rows = [...body.rows].sort((a, b) =>
      (missing(a) ? 1 : 0) - (missing(b) ? 1 : 0) || (descending ? -1 : 1) * compared(key(a), key(b)));
    [...table.tHead.rows[0].cells].forEach((cell) => cell.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    body.append(...rows);
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => head.querySelector("button").addEventListener("click", () => sort(table, column)));
  }

  async function save(file) {
    const holder = [...document.querySelectorAll("script.table")].find((each) => each.dataset.file === file);
    const packed = Uint8Array.from(atob(holder.textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const text = await new Response(stream).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  for (const button of document.querySelectorAll("button.download")) {
    button.addEventListener("click", () => save(button.dataset.file));
  }
})();
