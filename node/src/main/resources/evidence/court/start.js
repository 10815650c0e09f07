// Computes the SHA-256 of the files that a person chooses and compares them with what was sealed. Nothing is sent anywhere.
(() => {
  "use strict";
  const sealed = JSON.parse(document.getElementById("sealed").textContent);
  const list = document.getElementById("files");
  const words = list.dataset;
  const done = new Set();

  // WebCrypto takes a file as a whole; a larger one goes through the rounds below, a piece at a time (FIPS 180-4)
  const WHOLE = 128 * 1024 * 1024;
  const PIECE = 4 * 1024 * 1024;
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x - Math.floor(x)) * 0x100000000) >>> 0;
  const K = Uint32Array.from(primes, (p) => fraction(Math.cbrt(p)));
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  const sha256 = () => {
    const h = Uint32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));
    const w = new Uint32Array(64);
    const rest = new Uint8Array(64);
    let length = 0;
    let kept = 0;
    const block = (b, at) => {
      for (let i = 0; i < 16; i += 1) w[i] = (b[at + 4 * i] << 24) | (b[at + 4 * i + 1] << 16) | (b[at + 4 * i + 2] << 8) | b[at + 4 * i + 3];
      for (let i = 16; i < 64; i += 1) {
        const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
        const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
      }
      let [a, bb, c, d, e, f, g, hh] = h;
      for (let i = 0; i < 64; i += 1) {
        const t1 = (hh + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & bb) ^ (a & c) ^ (bb & c))) | 0;
        hh = g; g = f; f = e; e = (d + t1) | 0; d = c; c = bb; bb = a; a = (t1 + t2) | 0;
      }
      h[0] += a; h[1] += bb; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += hh;
    };
    const add = (bytes) => {
      length += bytes.length;
      let at = 0;
      if (kept) {
        const take = Math.min(64 - kept, bytes.length);
        rest.set(bytes.subarray(0, take), kept);
        kept += take;
        at = take;
        if (kept < 64) return;
        block(rest, 0);
        kept = 0;
      }
      for (; at + 64 <= bytes.length; at += 64) block(bytes, at);
      rest.set(bytes.subarray(at));
      kept = bytes.length - at;
    };
    const end = () => {
      const bits = length * 8;
      const tail = new Uint8Array((kept < 56 ? 64 : 128) - kept);
      tail[0] = 0x80;
      const view = new DataView(tail.buffer);
      view.setUint32(tail.length - 8, Math.floor(bits / 0x100000000));
      view.setUint32(tail.length - 4, bits >>> 0);
      add(tail);
      const out = new DataView(new ArrayBuffer(32));
      h.forEach((word, i) => out.setUint32(4 * i, word));
      return hex(new Uint8Array(out.buffer));
    };
    return { add, end };
  };

  const digest = async (file) => {
    if (file.size <= WHOLE && window.crypto && crypto.subtle) {
      return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())));
    }
    const running = sha256();
    for (let at = 0; at < file.size; at += PIECE) running.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    return running.end();
  };

  // several files may have one name in different folders: the digest decides, then the name
  const entryOf = (name, value) => sealed.find((it) => it.sha256 === value && it.path.endsWith(name))
    || sealed.find((it) => it.sha256 === value) || sealed.find((it) => it.path.split("/").pop() === name);

  const say = (item, state, words_) => {
    item.className = state;
    item.querySelector(".state").textContent = words_;
  };

  const unknown = (name, value) => {
    const item = document.createElement("li");
    for (const [tag, text, dir] of [["b", name, "auto"], ["span", "", ""], ["code", value, "ltr"]]) {
      const part = document.createElement(tag);
      if (tag === "span") part.className = "state";
      if (dir) part.dir = dir;
      part.textContent = text;
      item.append(part);
    }
    list.prepend(item);
    say(item, "other", words.unknown);
  };

  document.getElementById("pick").addEventListener("change", async (event) => {
    const files = [...event.target.files];
    event.target.value = ""; // so that the same file, changed, can be chosen again
    for (const file of files) {
      const named = [...list.children].find((it) => (it.dataset.path || "").split("/").pop() === file.name);
      if (named) say(named, "", words.waits);
      const value = await digest(file);
      const entry = entryOf(file.name, value);
      if (!entry) { unknown(file.name, value); continue; }
      const item = [...list.children].find((it) => it.dataset.path === entry.path);
      const same = entry.sha256 === value;
      say(item, same ? "same" : "other", same ? words.same : words.other);
      if (same) done.add(entry.path); else done.delete(entry.path);
    }
    const all = document.getElementById("all");
    all.textContent = done.size === sealed.length ? all.dataset.all : "";
  });
})();
