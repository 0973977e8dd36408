// What is chosen, and what of the records it leaves.
const FACETS = ["impact", "cause", "actor", "actor_type", "country", "certainty", "source_type", "scope", "verdict"];
const STATE = {
  query: "", from: "", to: "", sure: 0,
  chosen: Object.fromEntries([...FACETS, "place", "source", "document", "incident"].map((name) => [name, new Set()])),
};
const CHOICES = Object.keys(STATE.chosen);
const TIME = CHOICES.length;
const LEAST = TIME + 1;
const STEPS = [0, 0.5, 0.8, SURE];
let shown = RECORDS;
let masks = new Uint32Array(RECORDS.length);

function placeKey(record) {
  return record.x === null ? null : `${record.x},${record.y}`;
}

function valueOf(record, facet) {
  if (facet === "verdict") return verdictOf(record)?.verdict ?? null;
  if (facet === "place") return placeKey(record);
  if (facet === "source") return record.source_canonical || record.source;
  if (facet === "actor") return record.actor_canonical || record.actor;
  if (facet === "document") return record.article.doc_id;
  return record[facet];
}

function incidentsOf(record) {
  return INCIDENT_OF.get(record.index) || [];
}

function matcher() {
  const terms = fold(STATE.query).split(/\s+/).filter(Boolean);
  return (record) => terms.every((term) => haystack(record).includes(term));
}

function haystack(record) {
  record.folded ||= fold([
    record.text, record.sentence, record.who, record.place, record.place_canonical, record.source, record.source_canonical, record.actor, record.actor_canonical,
    record.article.doc_id, record.article.title, record.country && worded("country", record.country),
    worded("impact", record.impact), record.cause && worded("cause", record.cause), record.date,
  ].filter(Boolean).join(" \n"));
  return record.folded;
}

function inTime(record) {
  if (!STATE.from && !STATE.to) return true;
  if (!record.first) return false;
  const first = record.first.padEnd(10, "-00");
  return (!STATE.from || first >= STATE.from.slice(0, record.first.length).padEnd(10, "-00")) && (!STATE.to || record.first <= STATE.to);
}

// One bit for each choice that a record does not meet: a facet counts the records that fail at most on itself.
function apply() {
  const found = matcher();
  const active = CHOICES.map((name, bit) => [name, 1 << bit, STATE.chosen[name]]).filter(([, , set]) => set.size);
  shown = [];
  RECORDS.forEach((record, index) => {
    let mask = found(record) ? 0 : 1 << 30;
    for (const [name, bit, set] of active) {
      const meets = name === "incident" ? incidentsOf(record).some((id) => set.has(id)) : set.has(valueOf(record, name));
      if (!meets) mask |= bit;
    }
    if (!inTime(record)) mask |= 1 << TIME;
    if (STATE.sure && !(record.confidence >= STATE.sure)) mask |= 1 << LEAST;
    masks[index] = mask;
    if (!mask) shown.push(record);
  });
}

// Value → number of records that meet everything but this facet, the most frequent first.
function countsOf(facet) {
  const bit = 1 << CHOICES.indexOf(facet);
  const counts = new Map();
  RECORDS.forEach((record, index) => {
    if (masks[index] & ~bit) return;
    const value = valueOf(record, facet);
    counts.set(value, (counts.get(value) || 0) + 1);
  });
  for (const value of STATE.chosen[facet]) if (!counts.has(value)) counts.set(value, 0);
  return [...counts].sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])));
}

function isFiltered() {
  return Boolean(STATE.query || STATE.from || STATE.to || STATE.sure || CHOICES.some((name) => STATE.chosen[name].size));
}

function toggle(facet, value) {
  const set = STATE.chosen[facet];
  if (!set.delete(value)) set.add(value);
  refresh();
}

function choose(facet, value) {
  STATE.chosen[facet] = new Set([value]);
  refresh();
}

function clearAll() {
  Object.assign(STATE, { query: "", from: "", to: "", sure: 0 });
  for (const name of CHOICES) STATE.chosen[name].clear();
  $("search").value = "";
  refresh();
}

function labelOf(facet, value) {
  if (facet === "place") return placeOf(RECORDS.find((record) => placeKey(record) === value));
  if (facet === "incident") return INCIDENTS.find((one) => one.incident_id === value)?.title ?? value;
  return worded(facet, value);
}

const FACET_NAMES = {
  impact: WORDS.table.impact, cause: WORDS.table.cause, actor: WORDS.table.actor, actor_type: WORDS.table.actor_type, country: WORDS.table.country, certainty: WORDS.table.certainty,
  source_type: WORDS.table.source_type, scope: WORDS.table.scope, verdict: WORDS.filters.verdict, place: WORDS.filters.place,
  source: WORDS.table.source, document: WORDS.filters.document, incident: WORDS.filters.incident,
};

// The bar under the tabs: a menu for each facet, the days, and what is chosen. It is made once and then only updated.
function drawFilters() {
  const bar = $("filters");
  if (!bar.firstChild) {
    put(bar, h("div", { class: "menus" }, FACETS.map(menu), days(), sureChoice()), h("ul", { class: "chips", id: "chips" }));
  }
  for (const facet of FACETS) {
    const details = $(`menu-${facet}`);
    if (details.open) fillMenu(facet);
    details.classList.toggle("active", STATE.chosen[facet].size > 0);
  }
  $("from").value = STATE.from;
  $("to").value = STATE.to;
  if ($("sure")) $("sure").value = String(STATE.sure);
  drawChips();
}

function menu(facet) {
  const details = h("details", { class: "menu", id: `menu-${facet}`, ontoggle: () => details.open && opened(details, facet) },
    h("summary", {}, FACET_NAMES[facet]),
    h("fieldset", {}, h("legend", { class: "unseen" }, FACET_NAMES[facet]), h("div", { class: "choices" })));
  return details;
}

function opened(details, facet) {
  for (const other of document.querySelectorAll("details.menu[open]")) if (other !== details) other.open = false;
  fillMenu(facet);
}

function fillMenu(facet) {
  const list = $(`menu-${facet}`).querySelector(".choices");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.value : null;
  list.replaceChildren(...countsOf(facet).map(([value, n]) => h("label", {},
    h("input", { type: "checkbox", checked: STATE.chosen[facet].has(value), "data-value": String(value), onchange: () => toggle(facet, value) }),
    h("span", { class: "name" }, worded(facet, value)), h("span", { class: "number" }, NUMBERS.format(n)))));
  if (focused !== null) [...list.querySelectorAll("input")].find((one) => one.dataset.value === focused)?.focus();
}

function days() {
  const day = (name) => h("label", {}, WORDS.filters[name], " ",
    h("input", { type: "date", id: name, onchange: (event) => { STATE[name] = event.target.value; refresh(); } }));
  return h("div", { class: "days" }, day("from"), day("to"));
}

// All, or only what is as sure as that; no record of an earlier version tells it.
function sureChoice() {
  if (!RECORDS.some((record) => record.confidence !== null)) return null;
  const name = (least) => (least === 0 ? WORDS.filters.all : fill(least === SURE ? WORDS.filters.sure : WORDS.filters.at_least, { n: PERCENT.format(least) }));
  return h("label", { class: "sureness" }, WORDS.table.confidence, " ",
    h("select", { id: "sure", onchange: (event) => { STATE.sure = Number(event.target.value); refresh(); } },
      STEPS.map((least) => h("option", { value: String(least) }, name(least)))));
}

function drawChips() {
  const chips = CHOICES.flatMap((facet) => [...STATE.chosen[facet]].map((value) => chip(
    `${FACET_NAMES[facet]}: ${labelOf(facet, value)}`, () => toggle(facet, value))));
  if (STATE.from || STATE.to) {
    const span = STATE.from === STATE.to ? STATE.from : `${STATE.from || "…"} – ${STATE.to || "…"}`;
    chips.push(chip(`${WORDS.filters.dates}: ${span}`, () => { STATE.from = STATE.to = ""; refresh(); }));
  }
  if (STATE.sure) chips.push(chip(`${WORDS.table.confidence} ≥ ${PERCENT.format(STATE.sure)}`, () => { STATE.sure = 0; refresh(); }));
  if (STATE.query) chips.push(chip(`«${STATE.query}»`, () => { STATE.query = $("search").value = ""; refresh(); }));
  if (chips.length) chips.push(h("li", {}, h("button", { type: "button", class: "link", onclick: clearAll }, WORDS.filters.clear)));
  $("chips").replaceChildren(...chips);
}

function chip(label, remove) {
  return h("li", {}, h("button", { type: "button", class: "chip", "aria-label": plain(fill(WORDS.filters.remove, { name: label })), onclick: remove },
    label, h("span", { class: "cross", "aria-hidden": "true" }, "×")));
}
