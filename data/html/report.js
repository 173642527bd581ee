// Comfort for the report page. Without it every link still leads where it says.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];

  const clearFlash = () => all(".flash").forEach((e) => e.classList.remove("flash"));
  const reveal = (element) => {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  };

  // A passage shows every row that quotes it, not only the one it links to.
  const arrive = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    reveal(target);
    target.scrollIntoView({ block: "center" });
    if (target.matches("tr")) target.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    clearFlash();
    for (const id of (link.dataset.rows || "").split(" ").filter(Boolean)) byId(id).classList.add("flash");
    // The same address again is no navigation.
    if (link.hash === location.hash) arrive();
  });
  window.addEventListener("hashchange", arrive);

  const toggle = (id, on, off, act) => {
    const button = byId(id);
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(pressed));
      button.textContent = pressed ? on : off;
      act(pressed);
    });
  };
  toggle("open-ledgers", "Close all ledgers", "Open all ledgers", (open) => all("details.ledger").forEach((d) => { d.open = open; }));
  toggle("plain-text", "Show the marks", "Hide the marks", (hide) => document.body.classList.toggle("plain", hide));

  if (location.hash) arrive();
})();
