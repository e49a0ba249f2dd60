// What scripts add to every page: leaving at once, and a look that is kept until the tab is closed.
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

  const look = (kept((store) => store.getItem("look")) || "").split(" ");
  for (const box of boxes) {
    box.checked = look.includes(box.id);
    box.addEventListener("change", () => {
      const chosen = boxes.filter((one) => one.checked).map((one) => one.id);
      kept((store) => store.setItem("look", chosen.join(" ")));
    });
  }
})();
