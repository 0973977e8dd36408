// The overview: counts, time line, map and bars; each of them also filters.
const GROUPS = {
  killed: ["killed"], hurt: ["injured", "casualties"], taken: ["missing", "abducted", "detained"],
  moved: ["displaced", "evacuated", "refugee", "homeless", "returned"], other: ["rescued", "affected"],
};
const GROUP_OF = Object.fromEntries(Object.entries(GROUPS).flatMap(([group, impacts]) => impacts.map((one) => [one, group])));
const FEW = 8;
const expanded = new Set();

function drawOverview() {
  const view = $("view-overview");
  if (!$("tiles")) {
    view.replaceChildren(
      h("section", { id: "tiles", class: "tiles", "aria-label": WORDS.page.overview }),
      card("time", WORDS.charts.time, WORDS.charts.clock),
      h("div", { class: "row wide" }, card("map", WORDS.charts.map, WORDS.charts.map_note), card("bars-impact", WORDS.charts.impact)),
      h("div", { class: "row" }, card("bars-cause", WORDS.charts.cause), card("bars-country", WORDS.charts.country),
        card("bars-source", WORDS.charts.source), card("bars-certainty", WORDS.charts.certainty)),
      document.querySelector("footer"));
    startMap();
  }
  drawTiles();
  drawTime();
  drawMap();
  for (const facet of ["impact", "cause", "country", "source", "certainty"]) drawBars(facet);
}

function card(id, title, note) {
  return h("section", { class: `card ${id}`, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title), h("div", { id, class: "chart" }), note && h("p", { class: "note small" }, note));
}

function drawTiles() {
  const distinct = (pick) => new Set(shown.map(pick).filter((one) => one !== null)).size;
  const days = shown.map((record) => record.first).filter(Boolean).sort();
  const tiles = [
    [NUMBERS.format(shown.length), WORDS.tiles.records, "records"],
    [NUMBERS.format(isFiltered() ? distinct((record) => record.doc) : ARTICLES.length), WORDS.tiles.articles, "documents"],
    INCIDENTS.length && [NUMBERS.format(shownIncidents().length), WORDS.tiles.incidents, "incidents"],
    [NUMBERS.format(distinct((record) => record.country)), WORDS.tiles.countries],
    [NUMBERS.format(distinct((record) => valueOf(record, "source"))), WORDS.tiles.sources],
    days.length && [[...new Set([days[0], days.at(-1)])].map(dayName).join(" – "), WORDS.tiles.period],
    FAILED.length && [NUMBERS.format(FAILED.length), WORDS.tiles.failed, "failed", "failed"],
  ].filter(Boolean);
  $("tiles").replaceChildren(...tiles.map(([value, label, tab, kind]) => {
    const inside = [h("b", { class: value.length > 12 ? "long" : null }, value), h("span", {}, label)];
    return tab ? h("button", { type: "button", class: `tile ${kind || ""}`, onclick: () => show(tab) }, inside) : h("div", { class: "tile" }, inside);
  }));
}

// «12 mars 2021», «mars 2021» or «2021».
function dayName(day) {
  const [year, month, date] = day.split("-").map(Number);
  if (day.length === 3) return `${day}0–${day}9`;
  if (!month) return String(year);
  const options = { timeZone: "UTC", year: "numeric", month: date ? "short" : "long", day: date ? "numeric" : undefined };
  return new Intl.DateTimeFormat(LANGUAGE, options).format(new Date(Date.UTC(year, month - 1, date || 1)));
}

function drawBars(facet) {
  const counts = countsOf(facet);
  const most = Math.max(1, ...counts.map(([, n]) => n));
  const all = expanded.has(facet);
  const list = counts.slice(0, all ? counts.length : FEW).map(([value, n]) => {
    const pressed = STATE.chosen[facet].has(value);
    const bar = h("span", { class: `bar ${facet === "impact" ? GROUP_OF[value] || "" : ""}`, "aria-hidden": "true" });
    bar.style.setProperty("--share", n / most);
    return h("li", {}, h("button", { type: "button", "aria-pressed": String(pressed), "data-value": String(value), onclick: () => toggle(facet, value) },
      h("span", { class: value === null ? "name none" : "name" }, worded(facet, value)), bar, h("span", { class: "number" }, NUMBERS.format(n))));
  });
  const focused = $(`bars-${facet}`).contains(document.activeElement) ? document.activeElement.dataset.value : null;
  const more = counts.length > FEW && h("button", { type: "button", class: "link", "data-value": "+more",
    onclick: () => { if (!expanded.delete(facet)) expanded.add(facet); drawBars(facet); } },
    all ? WORDS.charts.less : fill(WORDS.charts.more, { n: counts.length }));
  $(`bars-${facet}`).replaceChildren(list.length ? h("ul", { class: STATE.chosen[facet].size ? "bars some" : "bars" }, list) : emptyNote(), more || "");
  if (focused !== null) [...$(`bars-${facet}`).querySelectorAll("button")].find((one) => one.dataset.value === focused)?.focus();
}

function emptyNote() {
  return h("p", { class: "note" }, WORDS.charts.empty);
}
