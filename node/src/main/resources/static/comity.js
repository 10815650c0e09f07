// Adds time that counts and a keyboard to pages that work without either.
(() => {
  "use strict";

  const parts = (milliseconds) => {
    const minutes = Math.floor(milliseconds / 60000);
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days > 0) return `${days} d ${hours} h`;
    if (hours > 0) return `${hours} h ${minutes % 60} m`;
    return `${minutes} m`;
  };

  // <time data-left datetime="…" data-now="…">: the node's clock counts, not this machine's
  const clocks = [...document.querySelectorAll("time[data-left]")].map((element) => ({
    element,
    due: Date.parse(element.dateTime),
    ahead: Date.parse(element.dataset.now) - Date.now(),
  }));
  const tick = () => {
    for (const { element, due, ahead } of clocks) {
      const left = due - (Date.now() + ahead);
      if (Number.isFinite(left) && left > 0) element.textContent = parts(left);
    }
  };
  if (clocks.length > 0) setInterval(tick, 15000);

  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // the board: j and k move, Enter opens, n starts a new request, ? tells
  const rows = [...document.querySelectorAll(".board a.row")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const at = rows.indexOf(document.activeElement);
    if (event.key === "j" && rows.length > 0) rows[Math.min(at + 1, rows.length - 1)].focus();
    else if (event.key === "k" && rows.length > 0) rows[Math.max(at - 1, 0)].focus();
    else if (event.key === "n") document.querySelector("[data-key=n]")?.click();
    else if (event.key === "?") document.querySelector("#keys")?.toggleAttribute("open");
    else return;
    event.preventDefault();
  });
})();
