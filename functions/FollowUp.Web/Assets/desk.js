// Keys for people who live in this console. Everything works without them.
(() => {
  "use strict";

  const typing = target => target.closest("input, textarea, select, [contenteditable]");

  const rows = () => Array.from(document.querySelectorAll(".row .title"));

  const move = step => {
    const titles = rows();
    if (titles.length === 0) return;
    const here = titles.indexOf(document.activeElement);
    titles[Math.min(Math.max(here + step, 0), titles.length - 1)].focus();
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }

    if (event.key === "/") document.querySelector("[data-key='/']")?.focus();
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else return;
    event.preventDefault();
  });
})();
