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
    FAILED.length && [NUMBERS.format(FAILED.length), WORDS.tiles.failed, "documents", "failed"],
  ].filter(Boolean);
  $("tiles").replaceChildren(...tiles.map(([value, label, tab, kind]) => {
    const inside = [h("b", { class: value.length > 12 ? "long" : null }, value), h("span", {}, label)];
    return tab ? h("button", { type: "button", class: `tile ${kind || ""}`, onclick: () => show(tab) }, inside) : h("div", { class: "tile" }, inside);
  }));
}

// «12 mars 2021», «mars 2021» or «2021».
function dayName(day) {
  const [year, month, date] = day.split("-").map(Number);
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

// The time line: records by day, month or year of the happening, stacked by what happened.
function drawTime() {
  const dated = shown.filter((record) => record.first);
  const length = grain(dated.map((record) => record.first));
  const bins = new Map();
  let left = shown.length - dated.length;
  for (const record of dated) {
    if (record.first.length < length) { left += 1; continue; }
    const key = record.first.slice(0, length);
    if (!bins.has(key)) bins.set(key, { total: 0 });
    const bin = bins.get(key);
    bin[GROUP_OF[record.impact]] = (bin[GROUP_OF[record.impact]] || 0) + 1;
    bin.total += 1;
  }
  const present = Object.keys(GROUPS).filter((group) => [...bins.values()].some((bin) => bin[group]));
  const legend = h("ul", { class: "legend" }, present.map((group) => h("li", {}, h("span", { class: `swatch ${group}`, "aria-hidden": "true" }), WORDS.groups[group])),
    left ? h("li", { class: "none" }, fill(WORDS.charts.undated, { n: left })) : null);
  const name = WORDS.charts.time_by[{ 4: "year", 7: "month", 10: "day" }[length]];
  $("time").replaceChildren(bins.size ? h("p", { class: "axis-name" }, name) : emptyNote(), bins.size ? timeSvg(filledBins(bins, length), present, name) : "", legend);
}

function grain(days) {
  const sorted = days.filter((day) => day.length >= 7).sort();
  if (!sorted.length) return 4;
  const span = (Date.parse(sorted.at(-1).slice(0, 7)) - Date.parse(sorted[0].slice(0, 7))) / 86400000;
  if (span <= 40 && sorted.some((day) => day.length === 10)) return 10;
  return span <= 365 * 5 ? 7 : 4;
}

// Every day, month or year between the first and the last, with or without records.
function filledBins(bins, length) {
  const keys = [...bins.keys()].sort();
  const found = [];
  const at = new Date(Date.UTC(...keys[0].split("-").map((part, index) => Number(part) - (index === 1 ? 1 : 0)), ...(length === 4 ? [0] : [])));
  const key = () => at.toISOString().slice(0, length);
  while (key() <= keys.at(-1) && found.length < 400) {
    found.push([key(), bins.get(key()) || { total: 0 }]);
    if (length === 4) at.setUTCFullYear(at.getUTCFullYear() + 1);
    else if (length === 7) at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCDate(at.getUTCDate() + 1);
  }
  return found;
}

function timeSvg(bins, present, name) {
  const width = Math.max(320, $("time").clientWidth || 960), height = 190, left = 40, bottom = 26, top = 8;
  const most = Math.max(...bins.map(([, bin]) => bin.total));
  const tick = niceStep(most);
  const peak = Math.ceil(most / tick) * tick;
  const x = (index) => left + (index * (width - left - 4)) / bins.length;
  const y = (n) => top + (height - top - bottom) * (1 - n / peak);
  const step = (width - left - 4) / bins.length;
  const thick = Math.max(1, Math.min(step - (step > 4 ? 2 : 0), 56));
  const picture = s("svg", { class: "time-line", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": name });
  for (let n = 0; n <= peak; n += tick) {
    put(picture, s("line", { class: "grid", x1: left, x2: width, y1: y(n), y2: y(n) }),
      s("text", { x: left - 6, y: y(n) + 4, "text-anchor": "end" }, NUMBERS.format(n)));
  }
  const every = Math.ceil(bins.length / Math.max(1, Math.floor((width - left) / 76)));
  bins.forEach(([key, bin], index) => {
    const middle = x(index) + step / 2;
    if (index % every === 0) put(picture, s("text", { x: Math.min(middle, width - 26), y: height - 7, "text-anchor": "middle" }, shortName(key)));
    if (bin.total) put(picture, timeBar(key, bin, present, { from: middle - thick / 2, thick, y, column: [x(index), step, top, height - bottom] }));
  });
  return picture;
}

function timeBar(key, bin, present, { from, thick, y, column }) {
  const label = `${dayName(key)}: ${counted("records", bin.total)}`;
  const go = () => { [STATE.from, STATE.to] = daysOf(key); refresh(); };
  const bar = s("g", { class: "bin", role: "button", tabindex: "0", "aria-label": label, onclick: go,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); go(); } } },
    s("title", {}, [label, ...present.filter((group) => bin[group]).map((group) => `${WORDS.groups[group]}: ${bin[group]}`)].join("\n")),
    s("rect", { class: "column", x: column[0], y: column[2], width: column[1], height: column[3] - column[2] }));
  let sum = 0;
  for (const group of present) {
    if (!bin[group]) continue;
    put(bar, s("rect", { class: group, x: from, y: y(sum + bin[group]), width: thick, height: Math.max(0.5, y(sum) - y(sum + bin[group])) }));
    sum += bin[group];
  }
  return bar;
}

function niceStep(most) {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough));
}

function shortName(key) {
  const [year, month, date] = key.split("-").map(Number);
  if (!month) return String(year);
  const day = new Date(Date.UTC(year, month - 1, date || 1));
  return new Intl.DateTimeFormat(LANGUAGE, date ? { timeZone: "UTC", day: "numeric", month: "short" } : { timeZone: "UTC", month: "short", year: "2-digit" }).format(day);
}

// The first and last day of a day, month or year.
function daysOf(key) {
  if (key.length === 10) return [key, key];
  if (key.length === 4) return [`${key}-01-01`, `${key}-12-31`];
  const [year, month] = key.split("-").map(Number);
  return [`${key}-01`, `${key}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`];
}
