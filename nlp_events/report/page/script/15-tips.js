// What is cut for want of room is told in full beside it, to who points at it and to who comes there by key.
const MAY_BE_CUT = "td, th button, .bars button, .chip, .note, h2, .tile";
const NAMED = "g.bin, g.place, g.cluster";

function isCut(element) {
  return element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow === "ellipsis";
}

// The lines for an element: its own text if that is cut, the name of a part of a picture, the cut cells of a row.
function fullText(element) {
  const row = element.matches("tr[data-at]") && [...element.cells];
  if (row) return row.filter((cell) => cell.offsetParent && isCut(cell)).map((cell) => `${cell.dataset.label}: ${cell.textContent}`);
  if (element.matches(NAMED)) return [element.getAttribute("aria-label") || element.querySelector("title")?.textContent].filter(Boolean);
  return [element, ...element.querySelectorAll("*")].filter(isCut).map((one) => one.textContent);
}

function showTip(element) {
  const lines = fullText(element);
  const tip = $("tip");
  tip.hidden = !lines.length;
  if (tip.hidden) return;
  tip.replaceChildren(...lines.map((line) => h("p", {}, line)));
  const at = element.getBoundingClientRect(), own = tip.getBoundingClientRect();
  const below = at.bottom + own.height + 8 < innerHeight;
  tip.style.left = `${Math.max(6, Math.min(innerWidth - own.width - 6, at.left))}px`;
  tip.style.top = `${below ? at.bottom + 4 : Math.max(4, at.top - own.height - 4)}px`;
}

function hideTip() {
  $("tip").hidden = true;
}

function startTips() {
  document.body.append(h("div", { id: "tip", class: "tip", role: "tooltip", hidden: true }));
  const of = (event) => event.target.closest?.(`${NAMED}, ${MAY_BE_CUT}`);
  document.addEventListener("mouseover", (event) => { const element = of(event); if (element) showTip(element); else hideTip(); });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest?.(`tr[data-at], ${NAMED}, ${MAY_BE_CUT}`);
    if (element && event.target.matches(":focus-visible")) showTip(element);
    else hideTip();
  });
  document.addEventListener("focusout", hideTip);
  document.addEventListener("scroll", hideTip, { capture: true, passive: true });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
}
