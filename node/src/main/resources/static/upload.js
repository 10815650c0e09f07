// Makes the form for a file resumable: tus 1.0 with checksums, in parts as large as the line carries in a few seconds.
(() => {
  "use strict";
  const form = document.getElementById("put-in");
  if (!form || !window.fetch) return;

  const PATH = "/api/v1/evidence/uploads";
  const SMALLEST = 256 * 1024;
  const LARGEST = 16 * 1024 * 1024;
  const SECONDS_A_PART = 4;
  const byId = (id) => document.getElementById(id);
  const words = (name, ...about) => about.reduce((text, it, n) => text.replace(`{${n}}`, it), form.dataset[`words${name}`]);
  const language = document.documentElement.lang || "en";

  const size = (bytes) => {
    let number = bytes;
    let unit = 0;
    const units = ["B", "kB", "MB", "GB", "TB"];
    while (number >= 999.5 && unit < units.length - 1) {
      number /= 1000;
      unit += 1;
    }
    const digits = unit === 0 || number >= 99.95 ? 0 : 1;
    return `${number.toLocaleString(language, { maximumFractionDigits: digits })}\u00a0${units[unit]}`;
  };
  const time = (seconds) => {
    if (seconds < 90) return words("Seconds", Math.ceil(seconds));
    const minutes = Math.ceil(seconds / 60);
    return minutes < 90 ? words("Minutes", minutes) : words("Hours", Math.floor(minutes / 60), minutes % 60);
  };
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

  let upload = null;

  const headers = () => ({ "Tus-Resumable": "1.0.0", "X-CSRF-TOKEN": form.dataset.token });

  const begin = async (file) => {
    const said = { filename: file.name, filetype: file.type };
    for (const name of ["about", "from", "provision", "condition", "keep-until"]) said[name] = form.elements[name].value;
    const metadata = Object.entries(said)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name} ${base64(new TextEncoder().encode(value))}`)
      .join(",");
    const answer = await fetch(PATH, { method: "POST", headers: { ...headers(), "Upload-Length": file.size, "Upload-Metadata": metadata } });
    if (answer.status !== 201) throw new Error(await reason(answer));
    return answer.headers.get("Location");
  };

  const reason = async (answer) => {
    const problem = await answer.json().catch(() => null);
    return problem?.detail ?? problem?.message ?? `${answer.status}`;
  };

  const offsetOf = async (location) => {
    const answer = await fetch(location, { method: "HEAD", headers: headers() });
    if (!answer.ok) throw new Gone();
    return Number(answer.headers.get("Upload-Offset"));
  };

  class Gone extends Error {}

  // XMLHttpRequest, because fetch does not tell how much of a body is sent
  const send = (part, offset, checksum) =>
    new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      upload.call = call;
      call.open("PATCH", upload.location);
      for (const [name, value] of Object.entries(headers())) call.setRequestHeader(name, value);
      call.setRequestHeader("Upload-Offset", offset);
      call.setRequestHeader("Content-Type", "application/offset+octet-stream");
      if (checksum) call.setRequestHeader("Upload-Checksum", `sha256 ${checksum}`);
      call.upload.onprogress = (event) => show(offset + event.loaded);
      call.onload = () => (call.status === 204 ? resolve(Number(call.getResponseHeader("Upload-Offset"))) : reject(new Error(`${call.status}`)));
      call.onerror = () => reject(new Error("line"));
      call.onabort = () => reject(new Error("paused"));
      call.send(part);
    });

  const show = (done) => {
    const { file, started, from } = upload;
    byId("progress-bar").value = file.size === 0 ? 1000 : Math.floor((done / file.size) * 1000);
    byId("progress-part").textContent = words("Of", size(done), size(file.size));
    const seconds = (performance.now() - started) / 1000;
    const rate = (done - from) / seconds;
    byId("progress-rate").textContent =
      seconds > 1 && rate > 0 ? `${words("Rate", size(rate))}, ${words("Left", time((file.size - done) / rate))}` : "";
  };

  const says = (text) => {
    byId("progress-says").textContent = text;
  };

  const run = async () => {
    const mine = upload;
    const turn = (mine.turn ?? 0) + 1; // whoever pauses and goes on at once must not send twice
    mine.turn = turn;
    mine.running = true;
    const isOn = () => mine.running && mine.turn === turn;
    let wait = 1;
    let part = 1024 * 1024;
    byId("pause").hidden = false;
    byId("resume").hidden = true;
    while (isOn()) {
      try {
        let offset = await offsetOf(mine.location);
        mine.started = performance.now();
        mine.from = offset;
        if (offset > 0 && offset < mine.file.size) says(words("Resuming"));
        show(offset);
        while (isOn() && offset < mine.file.size) {
          const bytes = await mine.file.slice(offset, offset + part).arrayBuffer();
          const checksum = window.crypto?.subtle ? base64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) : null;
          if (offset + bytes.byteLength === mine.file.size) says(words("Sealing"));
          const before = performance.now();
          offset = await send(bytes, offset, checksum);
          const seconds = Math.max(0.05, (performance.now() - before) / 1000);
          part = Math.round(Math.min(LARGEST, Math.max(SMALLEST, (bytes.byteLength / seconds) * SECONDS_A_PART)));
          wait = 1;
          show(offset);
        }
        if (offset === mine.file.size) {
          says(words("Done"));
          location.assign(`/evidence/${mine.location.split("/").pop()}?new`);
          return;
        }
      } catch (broken) {
        if (!isOn()) return;
        if (broken instanceof Gone) {
          location.reload();
          return;
        }
        says(words("Again"));
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
        wait = Math.min(30, wait * 2);
      }
    }
  };

  // An upload of the same name and size that is not complete goes on.
  const unfinished = (file) =>
    [...document.querySelectorAll("[data-upload]")].find((it) => it.dataset.name === file.name && Number(it.dataset.size) === file.size);

  form.addEventListener("submit", async (event) => {
    const file = form.elements.file.files[0];
    if (!file) return;
    event.preventDefault();
    try {
      const waiting = unfinished(file);
      upload = { file, location: waiting ? `${PATH}/${waiting.dataset.upload}` : await begin(file) };
    } catch (refused) {
      byId("file").setCustomValidity(refused.message);
      byId("file").reportValidity();
      return;
    }
    form.hidden = true;
    byId("progress").hidden = false;
    byId("progress-title").textContent = file.name;
    byId("pause").focus();
    run();
  });
  form.elements.file.addEventListener("change", () => form.elements.file.setCustomValidity(""));
  form.elements.about.addEventListener("change", () => form.elements.file.setCustomValidity(""));

  byId("pause").addEventListener("click", () => {
    upload.running = false;
    upload.call?.abort();
    says(words("Paused"));
    byId("pause").hidden = true;
    byId("resume").hidden = false;
    byId("resume").focus();
  });
  byId("resume").addEventListener("click", run);
  byId("cancel").addEventListener("click", async () => {
    upload.running = false;
    upload.call?.abort();
    await fetch(upload.location, { method: "DELETE", headers: headers() }).catch(() => null);
    location.assign("/evidence");
  });
})();
