// Asks the browser for a passkey, and posts what it answers. A form says what it wants: data-passkey is "create" or "get", data-options are the options of
// WebAuthn as JSON. The answer goes into the hidden field "credential".
(() => {
  "use strict";

  const decode = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
  const encode = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const decodeIds = list => (list ?? []).map(item => ({ ...item, id: decode(item.id) }));

  const ask = (kind, options) => kind === "create"
    ? navigator.credentials.create({
      publicKey: {
        ...options, challenge: decode(options.challenge), user: { ...options.user, id: decode(options.user.id) },
        excludeCredentials: decodeIds(options.excludeCredentials),
      },
    })
    : navigator.credentials.get({
      publicKey: { ...options, challenge: decode(options.challenge), allowCredentials: decodeIds(options.allowCredentials) },
    });

  // By hand, because some password managers answer with objects that have no toJSON.
  const toJson = credential => {
    const answer = credential.response;
    const response = { clientDataJSON: encode(answer.clientDataJSON) };
    if (answer.attestationObject) {
      response.attestationObject = encode(answer.attestationObject);
      response.transports = answer.getTransports?.() ?? [];
    } else {
      response.authenticatorData = encode(answer.authenticatorData);
      response.signature = encode(answer.signature);
      if (answer.userHandle?.byteLength) response.userHandle = encode(answer.userHandle);
    }
    return JSON.stringify({
      id: credential.id, rawId: encode(credential.rawId), type: credential.type, authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: credential.getClientExtensionResults(), response,
    });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const failed = form.querySelector("[data-failed]");
    const button = form.querySelector("button[type=submit]");
    if (!window.PublicKeyCredential) {
      form.querySelector("[data-unsupported]")?.removeAttribute("hidden");
      continue;
    }
    button.disabled = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      failed.hidden = true;
      button.disabled = true;
      try {
        form.elements.credential.value = toJson(await ask(form.dataset.passkey, JSON.parse(form.dataset.options)));
        form.submit();
      } catch {
        // Cancelled, timed out, no passkey, or a passkey of this person that the device has already.
        failed.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
