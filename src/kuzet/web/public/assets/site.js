// What scripts add to every page: leaving at once, citing what is read, and a look that is kept until the tab is closed.
(() => {
  "use strict";
  const TWICE = 1000; // milliseconds between two presses of Esc
  const way = document.getElementById("leave");
  const boxes = ["larger", "contrast"].map((id) => document.getElementById(id));
  const kept = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null; // a browser may forbid to keep anything; then the look holds for one page
    }
  };

  const leave = () => {
    document.documentElement.hidden = true;
    kept((store) => store.clear());
    location.replace(way.href); // this page is no longer in the history of the tab; those before it are
  };
  let pressed = -TWICE;
  way.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - pressed < TWICE) leave();
    pressed = event.timeStamp;
  });

  // A citation tells the day of reading, and the address where it is read unless the publisher tells his own.
  const here = location.protocol.startsWith("http") ? location.href : "";
  const cite = () => {
    const now = new Date();
    const date = now.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const told = { date, day: now.toISOString().slice(0, 10) };
    for (const one of document.querySelectorAll("[data-cite]")) {
      const own = one.dataset.address || (here && new URL(one.dataset.file || "", here).href);
      if (!own) continue;
      told.address = "asked" in one.dataset ? own + location.hash : own;
      one.textContent = one.dataset.cite.replace(/\{(address|date|day)\}/g, (_, name) => told[name]);
    }
  };
  addEventListener("hashchange", cite);
  cite();

  const look = (kept((store) => store.getItem("look")) || "").split(" ");
  for (const box of boxes) {
    box.checked = look.includes(box.id);
    box.addEventListener("change", () => {
      const chosen = boxes.filter((one) => one.checked).map((one) => one.id);
      kept((store) => store.setItem("look", chosen.join(" ")));
    });
  }
})();
