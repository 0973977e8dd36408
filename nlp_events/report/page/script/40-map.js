// A map of outlines: a circle is a place, its area the number of records; places that would cover one another are one circle, with their number.
const MAP = { box: null, svg: null, layer: null };
const SMALLEST_BOX = 300;
const NAMED_PLACES = 40;
const REACH = 30; // pixels between circles; places that are nearer are one
const FEW_NAMES = 5;

function startMap() {
  const [x, y, width, height] = DATA.map.bounds;
  MAP.svg = s("svg", { class: "world", role: "group", "aria-label": WORDS.charts.map, preserveAspectRatio: "xMidYMid meet" });
  for (const [code, path] of Object.entries(DATA.map.countries)) {
    put(MAP.svg, s("path", { class: "country", d: path, "data-country": code, "aria-hidden": "true",
      onclick: () => { if (!MAP.moved && COUNTRY_COUNTS.get(code)) toggle("country", code); } }, s("title", {}, worded("country", code))));
  }
  MAP.layer = put(MAP.svg, s("g", {})).lastChild;
  const tool = (name, sign, act) => h("button", { type: "button", class: "icon", "aria-label": WORDS.charts[name], title: WORDS.charts[name], onclick: act }, sign);
  $("map").replaceChildren(h("div", { class: "map-frame" }, MAP.svg, h("div", { class: "map-tools" },
    tool("zoom_in", icon("M10 4v12M4 10h12"), () => zoom(0.6)), tool("zoom_out", icon("M4 10h12"), () => zoom(1 / 0.6)),
    tool("zoom_fit", icon("M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4"), () => { fitMap(); drawMap(); }),
    tool("zoom_world", icon("M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M3 10h14M10 3c-4 4-4 10 0 14c4-4 4-10 0-14"), () => { setBox(x, y, width, height); drawMap(); }))),
    h("p", { class: "note small", id: "unplaced" }));
  dragMap();
  fitMap();
}

function icon(path) {
  return s("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, s("path", { d: path, class: "stroke" }));
}

let COUNTRY_COUNTS = new Map();

function setBox(x, y, width, height) {
  MAP.box = [x, y, width, height];
  MAP.svg.setAttribute("viewBox", MAP.box.map((n) => n.toFixed(1)).join(" "));
}

// Show every record that has a place.
function fitMap() {
  const [x, y, width, height] = DATA.map.bounds;
  const placed = RECORDS.filter((record) => record.x !== null);
  if (!placed.length) return setBox(x, y, width, height);
  return fitTo(placed);
}

// Show places, in the shape of the frame, with a margin.
function fitTo(placed, narrowest = 1600) {
  const [x, y, width, height] = DATA.map.bounds;
  const xs = placed.map((one) => one.x), ys = placed.map((one) => one.y);
  const [left, right, top, bottom] = [least(xs), greatest(xs), least(ys), greatest(ys)];
  const wide = Math.min(width, Math.max((right - left) * 1.25, (bottom - top) * 1.3 * (width / height), narrowest));
  const high = wide * (height / width);
  const inside = (middle, size, from, whole) => Math.max(from, Math.min(from + whole - size, middle - size / 2));
  return setBox(inside((left + right) / 2, wide, x, width), inside((top + bottom) / 2, high, y, height), wide, high);
}

function least(numbers) {
  return numbers.reduce((a, b) => Math.min(a, b));
}

function greatest(numbers) {
  return numbers.reduce((a, b) => Math.max(a, b));
}

function zoom(factor) {
  const [x, y, width, height] = MAP.box;
  const limit = DATA.map.bounds[2];
  const wide = Math.max(SMALLEST_BOX, Math.min(limit, width * factor));
  const high = wide * (height / width);
  setBox(x + (width - wide) / 2, y + (height - high) / 2, wide, high);
  drawMap();
}

function dragMap() {
  let start = null;
  MAP.svg.addEventListener("pointerdown", (event) => { start = { x: event.clientX, y: event.clientY, box: MAP.box }; MAP.moved = false; });
  MAP.svg.addEventListener("pointermove", (event) => {
    if (!start || !(event.buttons & 1)) return;
    const unit = start.box[2] / MAP.svg.clientWidth;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (Math.abs(dx) + Math.abs(dy) < 6 && !MAP.moved) return;
    MAP.moved = true;
    setBox(start.box[0] - dx * unit, start.box[1] - dy * unit, start.box[2], start.box[3]);
  });
  MAP.svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.8 : 1.25);
  }, { passive: false });
  MAP.svg.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 0.6 : 1 / 0.6);
  });
}

function drawMap() {
  const places = new Map();
  const bit = 1 << CHOICES.indexOf("place");
  RECORDS.forEach((record, index) => {
    if (record.x === null || masks[index] & ~bit) return;
    const key = placeKey(record);
    if (!places.has(key)) places.set(key, { record, n: 0 });
    places.get(key).n += 1;
  });
  COUNTRY_COUNTS = new Map(countsOf("country"));
  const unit = MAP.box[2] / Math.max(280, MAP.svg.clientWidth || 600);
  const groups = clusters([...places].sort((a, b) => b[1].n - a[1].n), REACH * unit);
  const most = Math.max(1, ...groups.map((one) => one.n));
  const focused = MAP.layer.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
  MAP.layer.replaceChildren(...groups.map((group, rank) => circle(group, { unit, rank, radius: (group.places.length > 1 ? 9 : 4) + 13 * Math.sqrt(group.n / most) })));
  if (focused) [...MAP.layer.children].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  for (const path of MAP.svg.querySelectorAll(".country")) {
    const n = COUNTRY_COUNTS.get(path.dataset.country) || 0;
    path.classList.toggle("has", n > 0);
    path.classList.toggle("chosen", STATE.chosen.country.has(path.dataset.country));
  }
  const unplaced = shown.filter((record) => record.x === null).length;
  $("unplaced").textContent = unplaced ? fill(WORDS.charts.unplaced, { n: unplaced }) : "";
}

// Places, the most frequent first, in groups of those that stand nearer to its first one than ``reach``; who is chosen stands alone.
function clusters(places, reach) {
  const cells = new Map(), found = [];
  const near = (x, y) => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${Math.floor(x / reach) + dx},${Math.floor(y / reach) + dy}`) || []));
  for (const [key, { record, n }] of places) {
    const { x, y } = record;
    const own = STATE.chosen.place.has(key);
    let group = own ? null : near(x, y).find((one) => Math.hypot(one.x - x, one.y - y) < reach);
    if (!group) {
      group = { x, y, n: 0, places: [] };
      found.push(group);
      const cell = `${Math.floor(x / reach)},${Math.floor(y / reach)}`;
      if (!own) cells.set(cell, [...(cells.get(cell) || []), group]);
    }
    group.n += n;
    group.places.push([key, record]);
  }
  return found;
}

function circle(group, { unit, rank, radius }) {
  const many = group.places.length > 1;
  const chosen = STATE.chosen.place.has(group.places[0][0]);
  const names = group.places.slice(0, FEW_NAMES).map(([, record]) => placeOf(record)).join("; ") + (group.places.length > FEW_NAMES ? " …" : "");
  const label = `${many ? fill(WORDS.charts.cluster, { n: group.places.length, names }) : names}: ${counted("records", group.n)}`;
  const act = () => (many ? openCluster(group) : toggle("place", group.places[0][0]));
  const named = rank < NAMED_PLACES ? { role: "button", tabindex: "0", "aria-label": label, "aria-pressed": many ? null : String(chosen) } : { "aria-hidden": "true" };
  return s("g", { class: many ? "cluster" : chosen ? "place chosen" : "place", ...named, onclick: () => { if (!MAP.moved) act(); },
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } } },
    s("title", {}, label), s("circle", { cx: group.x, cy: group.y, r: radius * unit }),
    many && s("text", { x: group.x, y: group.y, "font-size": 11 * unit, "text-anchor": "middle", dy: ".36em", "aria-hidden": "true" }, NUMBERS.format(group.places.length)));
}

// Come nearer, until the places stand apart; those that never would are chosen together.
function openCluster(group) {
  const before = MAP.box[2];
  fitTo(group.places.map(([, record]) => record), SMALLEST_BOX);
  if (MAP.box[2] < before * 0.9) return drawMap();
  for (const [key] of group.places) STATE.chosen.place.add(key);
  return refresh();
}
