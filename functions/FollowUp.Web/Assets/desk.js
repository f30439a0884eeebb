// Keys and refreshing for people who work in this console all day. Everything works without them.
// An element with data-key has a key: a link or button is pressed, or focused with data-focus; a field is focused; a radio button is chosen.
(() => {
  "use strict";

  const keysOn = document.body.dataset.keys !== "off";
  const typing = target => target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  const shown = element => element.offsetParent !== null || element.getClientRects().length > 0;

  // Digits are found by their place on the keyboard, because a French keyboard needs Shift for them.
  const nameOf = event => /^(Digit|Numpad)\d$/.test(event.code) ? event.code.slice(-1) : event.key.length === 1 ? event.key.toLowerCase() : event.key;

  const rows = () => Array.from(document.querySelectorAll(".row .title")).filter(shown);

  const move = step => {
    const titles = rows();
    if (titles.length === 0) return;
    const here = titles.indexOf(document.activeElement?.closest(".row")?.querySelector(".title"));
    const next = titles[Math.min(Math.max(here + step, 0), titles.length - 1)];
    next.focus();
    next.closest(".row").scrollIntoView({ block: "nearest" });
  };

  // After a chosen outcome the first field that it needs has the focus, or the button that saves.
  const focusNextField = radio => {
    const form = radio.form;
    const field = Array.from(form.querySelectorAll(".extra input:not([type=checkbox]), .extra select, .extra textarea")).find(shown);
    (field ?? form.querySelector("[data-save]"))?.focus();
  };

  const press = element => {
    if (element.matches("input[type=radio]")) {
      element.checked = true;
      element.dispatchEvent(new Event("change", { bubbles: true }));
      focusNextField(element);
    } else if (element.matches("summary")) {
      element.parentElement.open = true;
      (element.parentElement.querySelector("form textarea, form input:not([type=hidden])") ?? element).focus();
    } else if (element.matches("input, textarea, select") || "focus" in element.dataset) {
      element.focus();
    } else element.click();
  };

  const find = key => {
    const selector = `[data-key="${CSS.escape(key)}"]`;
    const row = document.activeElement?.closest(".row")?.querySelector(`[data-row-key="${CSS.escape(key)}"]`);
    return row ?? Array.from(document.querySelectorAll(selector)).find(shown);
  };

  const help = document.getElementById("keys-help");
  document.querySelectorAll("[data-open-help]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => help?.showModal());
  });

  document.addEventListener("keydown", event => {
    if (event.altKey || event.metaKey) return;
    if (event.key === "Enter" && event.ctrlKey) {
      event.target.closest("form")?.requestSubmit();
      return;
    }
    if (event.ctrlKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!keysOn || event.repeat || help?.open || event.target.closest("dialog")) return;

    const key = nameOf(event);
    if (key === "?" || (event.key === "?")) help?.showModal();
    else if (key === "j" && rows().length > 0) move(1);
    else if (key === "k" && rows().length > 0) move(-1);
    else {
      const element = find(key);
      if (!element) return;
      press(element);
    }
    event.preventDefault();
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

  // After an error the summary of the errors has the focus.
  document.querySelector(".form-error[tabindex]")?.focus();

  // The day is fetched again every minute and when it comes back into view. Nothing that is typed or open is lost.
  const live = document.querySelector("[data-refresh]");
  if (live) {
    const title = document.title;
    let told = 0;

    // Answers are told apart by their version, other rows by their project.
    const itemsOf = root => new Set(Array.from(root.querySelectorAll("[data-section] [data-item]")).map(row => {
      const section = row.closest("[data-section]").dataset.section;
      return section === "news" || section === "replies" ? `${section} ${row.dataset.item}` : row.dataset.item.split(":")[0];
    }));
    let known = itemsOf(live);

    const tell = count => {
      told += count;
      document.title = `(${told}) ${title}`;
      if (document.body.dataset.sound === "on") {
        const audio = new AudioContext();
        const tone = audio.createOscillator();
        tone.frequency.value = 660;
        tone.connect(audio.destination);
        tone.start();
        tone.stop(audio.currentTime + 0.15);
      }
      if (document.body.dataset.notify === "on" && "Notification" in window && Notification.permission === "granted") {
        new Notification(live.dataset.told, { tag: "followup-day" });
      }
    };

    const refresh = async () => {
      if (document.activeElement && live.contains(document.activeElement) && typing(document.activeElement)) return;
      const response = await fetch(location.href, { headers: { "x-refresh": "1" }, redirect: "manual", cache: "no-store" }).catch(() => null);
      if (!response?.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector("[data-refresh]");
      if (!fresh) return;

      const open = Array.from(live.querySelectorAll("details[open][data-keep]")).map(d => d.dataset.keep);
      const focused = live.contains(document.activeElement) ? document.activeElement : null;
      const row = focused?.closest("[data-item]")?.dataset.item.split(":")[0];
      const within = focused && row ? Array.from(focused.closest("[data-item]").querySelectorAll("a, button")).indexOf(focused) : -1;
      live.replaceChildren(...fresh.childNodes);
      open.forEach(name => live.querySelector(`details[data-keep="${CSS.escape(name)}"]`)?.setAttribute("open", ""));
      if (row) {
        const again = Array.from(live.querySelectorAll("[data-item]")).find(r => r.dataset.item.split(":")[0] === row);
        again?.querySelectorAll("a, button")[Math.max(within, 0)]?.focus({ preventScroll: true });
      }
      document.querySelectorAll("[data-live]").forEach(part => {
        const newer = page.querySelector(`[data-live="${part.dataset.live}"]`);
        if (newer && !part.contains(document.activeElement)) part.replaceChildren(...newer.childNodes);
      });

      const now = itemsOf(live);
      const count = Array.from(now).filter(item => !known.has(item)).length;
      known = now;
      if (count > 0) tell(count);
    };

    const seconds = Number(live.dataset.refresh);
    setInterval(refresh, seconds * 1000);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      told = 0;
      document.title = title;
      refresh();
    });
    window.addEventListener("focus", () => { told = 0; document.title = title; });
    document.addEventListener("followup:refresh", refresh);
  }

  // Browsers ask for the permission only after a click.
  document.querySelector("[data-ask-notifications]")?.addEventListener("change", event => {
    if (event.target.checked && "Notification" in window) Notification.requestPermission();
  });
})();
