// Passkeys: what the authenticator and the node say to each other. Without this script both forms stay hidden.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

  const send = async (form, path, body) => {
    const headers = { "X-CSRF-TOKEN": form.elements._csrf.value, Accept: "application/json" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const answer = await fetch(path, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.status === 204 ? null : answer.json();
  };

  const withIds = (list) => (list ?? []).map((entry) => ({ ...entry, id: bytes(entry.id) }));

  const json = (credential, response) =>
    JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });

  const add = async (form) => {
    const offer = await send(form, `${form.action}/offer`);
    const made = await navigator.credentials.create({
      publicKey: {
        ...offer,
        challenge: bytes(offer.challenge),
        user: { ...offer.user, id: bytes(offer.user.id) },
        excludeCredentials: withIds(offer.excludeCredentials),
      },
    });
    const answer = json(made, {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    });
    await send(form, `${form.action}?label=${encodeURIComponent(form.elements.label.value)}`, answer);
    location.reload();
  };

  const enter = async (form) => {
    const challenge = await send(form, `${form.action}/challenge`);
    const found = await navigator.credentials.get({
      publicKey: {
        ...challenge,
        challenge: bytes(challenge.challenge),
        allowCredentials: withIds(challenge.allowCredentials),
      },
    });
    const answer = json(found, {
      authenticatorData: text(found.response.authenticatorData),
      clientDataJSON: text(found.response.clientDataJSON),
      signature: text(found.response.signature),
      userHandle: found.response.userHandle ? text(found.response.userHandle) : undefined,
    });
    location.assign((await send(form, form.action, answer)).next);
  };

  for (const [id, ceremony] of [["add-passkey", add], ["passkey-sign-in", enter]]) {
    const form = document.getElementById(id);
    if (!form) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const refused = form.querySelector(".error");
      refused.hidden = true;
      try {
        await ceremony(form);
      } catch {
        refused.hidden = false;
      }
    });
  }
})();
