"use strict";
// Keys, marking of quotations and the map of regions. Everything they do can be done without them.

const FIELDS = "input, select, textarea";

function lines() {
  return [...document.querySelectorAll("[data-line]")];
}

function move(step) {
  const all = lines();
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  all[next].focus();
  return true;
}

function act(target) {
  if (target.matches("summary")) {
    target.parentElement.open = true;
    (target.parentElement.querySelector("form :is(select, textarea, input:not([type=hidden]))") || target).focus();
  } else if (target.matches("dialog")) {
    target.showModal();
  } else if (target.matches(FIELDS)) {
    target.focus();
  } else {
    target.click();
  }
}

function save() {
  const form = document.activeElement.closest("main form") || document.querySelector("main details[open] form");
  if (form) form.requestSubmit(form.querySelector("button:not([name])"));
}

function choose() {
  const line = document.activeElement.closest("li, tr");
  const box = line && line.querySelector("input[type=checkbox]");
  if (box) box.checked = !box.checked;
}

function pressed(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
    return;
  }
  const typing = event.target.closest(`${FIELDS}, dialog`) && event.target.type !== "checkbox";
  if (typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (target) act(target);
  else if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "s") save();
  else if (event.key === "x") choose();
  else return;
  event.preventDefault();
}

// The selection is gone when the button is pressed, so the last one inside the text is kept.
let selected = null;

function select() {
  const text = document.getElementById("source-text");
  const selection = document.getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  // Characters as the server counts them, not units of UTF-16.
  const lead = range.toString().length - range.toString().trimStart().length;
  selected = { text: range.toString().trim(), start: [...before.toString()].length + lead, document: text.dataset.document };
}

function quote(button) {
  if (!selected || !selected.text) return;
  document.getElementsByName(`${button.dataset.quote}-quotation`)[0].value = selected.text;
  document.getElementsByName(`${button.dataset.quote}-at`)[0].value = `${selected.start} ${selected.document}`;
}

function region(list) {
  return list.closest("fieldset").querySelector("select[name$='-region']");
}

function tiles(list) {
  const field = region(list);
  const show = () => {
    for (const tile of list.children) tile.classList.toggle("chosen", tile.dataset.region === field.value);
  };
  list.hidden = false;
  list.addEventListener("click", (event) => {
    const tile = event.target.closest("[data-region]");
    if (tile) field.value = tile.dataset.region;
    show();
  });
  field.addEventListener("change", show);
  show();
}

// How near a click has to be to a settlement to mean it, in degrees of the map.
const NEAR = 0.35;

function field(map, name) {
  return map.closest("fieldset").querySelector(`[name$='-${name}']`);
}

function nearest(svg, x, y) {
  let best = null;
  let least = NEAR;
  for (const dot of svg.querySelectorAll("circle")) {
    const away = Math.hypot(dot.cx.baseVal.value - x, dot.cy.baseVal.value - y);
    if (away < least) [best, least] = [dot, away];
  }
  return best;
}

function chosen(map, dot, x, y) {
  const { west, north, shrink } = map.querySelector("svg").dataset;
  const latitude = dot ? "" : (north - y).toFixed(4);
  const longitude = dot ? "" : (Number(west) + x / shrink).toFixed(4);
  field(map, "latitude").value = latitude;
  field(map, "longitude").value = longitude;
  if (dot) {
    field(map, "name").value = dot.dataset.name;
    field(map, "region").value = dot.dataset.place;
    field(map, "region").dispatchEvent(new Event("change", { bubbles: true }));
  }
  map.querySelector("[data-told]").textContent = dot ? dot.dataset.name : `${latitude}, ${longitude}`;
}

function points(map) {
  const svg = map.querySelector("svg");
  map.hidden = false;
  svg.addEventListener("click", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    const dot = nearest(svg, at.x, at.y);
    const [x, y] = dot ? [dot.cx.baseVal.value, dot.cy.baseVal.value] : [at.x, at.y];
    const spot = svg.querySelector(".spot");
    spot.setAttribute("d", `M${x - 0.5} ${y}h1M${x} ${y - 0.5}v1`);
    spot.removeAttribute("hidden");
    chosen(map, dot, x, y);
  });
}

function enhance() {
  for (const button of document.querySelectorAll("[data-quote]")) button.hidden = false;
  for (const list of document.querySelectorAll(".tiles[hidden]")) tiles(list);
  for (const map of document.querySelectorAll(".points[hidden]")) points(map);
  for (const box of document.querySelectorAll("[data-keys-off]")) {
    box.checked = localStorage.getItem("keys") === "off";
    box.closest("[hidden]")?.removeAttribute("hidden");
  }
}

document.addEventListener("keydown", pressed);
document.addEventListener("selectionchange", select);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-quote]");
  if (button) quote(button);
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-keys-off]")) localStorage.setItem("keys", event.target.checked ? "off" : "on");
});
document.addEventListener("htmx:afterSettle", enhance);
enhance();
