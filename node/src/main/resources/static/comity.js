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
  const readClocks = () =>
    [...document.querySelectorAll("time[data-left]")].map((element) => ({
      element,
      due: Date.parse(element.dateTime),
      ahead: Date.parse(element.dataset.now) - Date.now(),
    }));
  let clocks = readClocks();
  const tick = () => {
    for (const { element, due, ahead } of clocks) {
      const left = due - (Date.now() + ahead);
      if (Number.isFinite(left) && left > 0) element.textContent = parts(left);
    }
  };
  setInterval(tick, 15000);

  // what is [data-live] is asked for again while someone looks, and changed where it differs; the focus stays on its row.
  // what is live "often" is being worked on at this moment, and once it is gone from the page, so is the page
  const lives = [...document.querySelectorAll("[data-live]")];
  const renew = async () => {
    if (document.hidden || !navigator.onLine) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const live of lives) {
      const next = page.getElementById(live.id);
      if (!next && live.dataset.live === "often") location.reload();
      if (!next || next.innerHTML === live.dataset.last) continue;
      const focused = live.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      live.dataset.last = next.innerHTML;
      live.replaceChildren(...next.childNodes);
      if (focused) live.querySelector(`a[href="${focused}"]`)?.focus();
    }
    clocks = readClocks();
  };
  if (lives.length > 0) {
    setInterval(renew, lives.some((live) => live.dataset.live === "often" && live.querySelector("progress")) ? 2000 : 20000);
    document.addEventListener("visibilitychange", renew);
  }

  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // the board: j and k move, Enter opens, n starts a new request, ? tells
  document.addEventListener("keydown", (event) => {
    const rows = [...document.querySelectorAll(".board a.row")];
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

  // a map: one stop of the Tab key, arrows go to the next State in their direction, what is pointed at is read out below
  const dressMap = (map) => {
    const links = [...map.querySelectorAll("a")];
    const reads = map.closest("figure")?.querySelector("[data-map-reads]");
    const middle = (link) => {
      const box = (link.querySelector("circle:not(.reach)") ?? link).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const read = (link) => { if (reads && link) reads.textContent = link.getAttribute("aria-label"); };
    links.forEach((link, at) => link.setAttribute("tabindex", at === 0 ? "0" : "-1"));
    map.addEventListener("pointerover", (event) => read(event.target.closest("a")));
    map.addEventListener("focusin", (event) => read(event.target.closest("a")));
    map.addEventListener("keydown", (event) => {
      const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
      const from = event.target.closest("a");
      if (!from || (dx === 0 && dy === 0)) return;
      event.preventDefault();
      const start = middle(from);
      let best = null;
      let least = Infinity;
      for (const link of links) {
        const to = middle(link);
        const ahead = (to.x - start.x) * dx + (to.y - start.y) * dy;
        const aside = Math.abs((to.x - start.x) * dy) + Math.abs((to.y - start.y) * dx);
        if (link !== from && ahead > 1 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = link; }
      }
      if (!best) return;
      from.setAttribute("tabindex", "-1");
      best.setAttribute("tabindex", "0");
      best.focus();
    });
  };
  document.querySelectorAll("[data-map]").forEach(dressMap);

  // what waits at the places of the rail is told anew while someone is at the page; nobody stays signed in by looking away
  const places = [...document.querySelectorAll(".rail nav a")];
  let lastMove = Date.now();
  for (const move of ["pointermove", "keydown", "scroll"]) addEventListener(move, () => (lastMove = Date.now()), { passive: true });
  const recount = async () => {
    if (document.hidden || !navigator.onLine || Date.now() - lastMove > 10 * 60000) return;
    const answer = await fetch("/waiting", { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const waiting = await answer.json();
    for (const place of places) {
      const count = waiting[place.getAttribute("href")] ?? 0;
      const shown = place.querySelector(".count") ?? document.createElement("span");
      shown.className = "count";
      shown.textContent = count;
      if (count > 0) place.append(shown);
      else shown.remove();
    }
  };
  if (places.length > 0) setInterval(recount, 30000);

  // <form data-live="#part">: a slider shows its answer while it moves; without this its button does
  for (const form of document.querySelectorAll("form[data-live]")) {
    const slider = form.querySelector("input[type=range]");
    const shown = form.querySelector("output");
    let asked = null;
    let wait = 0;
    form.querySelector("button")?.classList.add("visually-hidden");
    slider.addEventListener("input", () => {
      shown.textContent = slider.value;
      clearTimeout(wait);
      wait = setTimeout(async () => {
        asked?.abort();
        asked = new AbortController();
        const address = `${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form))}`;
        try {
          const answer = await fetch(address, { signal: asked.signal });
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const part = page.querySelector(form.dataset.live);
          if (!answer.ok || !part) { form.requestSubmit(); return; }
          document.querySelector(form.dataset.live).replaceWith(part);
          part.querySelectorAll("[data-map]").forEach(dressMap);
          const day = page.querySelector("#on");
          if (day && document.querySelector("#on")) document.querySelector("#on").value = day.getAttribute("value");
          history.replaceState(null, "", address);
        } catch (error) {
          if (error.name !== "AbortError") form.requestSubmit();
        }
      }, 90);
    });
  }

  // <form data-seek="#part">: what was found follows the typing; without this the button does
  for (const form of document.querySelectorAll("form[data-seek]")) {
    const field = form.querySelector("input[type=search]");
    let asked = null;
    let wait = 0;
    field.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(async () => {
        asked?.abort();
        asked = new AbortController();
        const address = `${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form))}`;
        try {
          const answer = await fetch(address, { signal: asked.signal });
          const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(form.dataset.seek);
          if (!answer.ok || !part) return;
          document.querySelector(form.dataset.seek).replaceChildren(...part.childNodes);
          history.replaceState(null, "", address);
        } catch (error) {
          if (error.name !== "AbortError") throw error;
        }
      }, 80);
    });
  }
})();
