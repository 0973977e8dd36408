// The time line: records by day, month, year or decade of the happening, stacked by what happened. What is far from most of
// them is folded into one bar at either end, which unfolds when chosen, so that one mention of 1775 does not hide the months in question.
const TIME_LINE = { whole: false };
const FEW_FAR = 0.2; // of the records at most this share is folded at an end
const MUCH_SHORTER = 3; // and only where the rest is so many times shorter
const MOST_BINS = { 10: 62, 7: 120, 4: 120 };
const DAY = 86400000;

function drawTime() {
  const dated = shown.filter((record) => record.first);
  const days = dated.map((record) => record.first).sort();
  const main = mainPart(days);
  const whole = [days[0] ?? "", days.at(-1) ?? ""];
  const [from, to] = TIME_LINE.whole ? whole : main;
  const inside = dated.filter((record) => from <= record.first.padEnd(from.length, "~") && record.first <= to);
  const early = dated.filter((record) => record.first.padEnd(from.length, "~") < from), late = dated.filter((record) => record.first > to);
  const length = grain(inside.map((record) => record.first));
  const bins = new Map();
  let coarse = 0;
  for (const record of inside) {
    if (record.first.length < length) { coarse += 1; continue; }
    addTo(bins, record.first.slice(0, length), record);
  }
  const filled = bins.size ? filledBins(bins, length) : [];
  if (early.length) filled.unshift(foldBin("early", early, from));
  if (late.length) filled.push(foldBin("late", late, to));
  const present = Object.keys(GROUPS).filter((group) => filled.some(([, bin]) => bin[group]));
  const note = (template, n) => (n ? h("li", { class: "none" }, fill(template, { n })) : null);
  const legend = h("ul", { class: "legend" }, present.map((group) => h("li", {}, h("span", { class: `swatch ${group}`, "aria-hidden": "true" }), WORDS.groups[group])),
    note(WORDS.charts.coarse, coarse), note(WORDS.charts.undated, shown.length - dated.length));
  const name = WORDS.charts.time_by[{ 3: "decade", 4: "year", 7: "month", 10: "day" }[length]];
  $("time").replaceChildren(filled.length ? h("p", { class: "axis-name" }, name, main.join() !== whole.join() && foldButton()) : emptyNote(), filled.length ? timeSvg(filled, present, name) : "", legend);
}

function addTo(bins, key, record) {
  if (!bins.has(key)) bins.set(key, { total: 0 });
  const bin = bins.get(key);
  bin[GROUP_OF[record.impact]] = (bin[GROUP_OF[record.impact]] || 0) + 1;
  bin.total += 1;
}

// All that is before or after the part that is shown, as one bar.
function foldBin(side, records, edge) {
  const bins = new Map();
  for (const record of records) addTo(bins, side, record);
  return [side, { ...bins.get(side), label: `${fill(WORDS.charts[side], { date: dayName(edge) })}: ${counted("records", records.length)}` }];
}

// Where there is something to fold.
function foldButton() {
  return [" · ", h("button", { type: "button", class: "link", id: "fold", onclick: unfold }, TIME_LINE.whole ? WORDS.charts.fold : WORDS.charts.unfold)];
}

function unfold() {
  TIME_LINE.whole = !TIME_LINE.whole;
  drawTime();
  $("fold")?.focus();
}

function dayNumber(day) {
  return Date.parse(day.length === 4 ? `${day}-01-01` : day) / DAY;
}

// The first and last day of the part that holds nearly all records, where it is much shorter than the whole; else those of the whole.
function mainPart(days) {
  if (days.length < 5) return [days[0] ?? "", days.at(-1) ?? ""];
  const spare = Math.floor(days.length * FEW_FAR);
  let [first, last] = [0, days.length - 1];
  const span = (from, to) => Math.max(28, dayNumber(days[to]) - dayNumber(days[from]));
  // The widest of the gaps at either end that may be folded.
  for (let at = spare; at > 0; at -= 1) if (span(at, last) * MUCH_SHORTER < span(first, last) && dayNumber(days[at]) - dayNumber(days[at - 1]) > 28) { first = at; break; }
  for (let at = days.length - 1 - spare; at < days.length - 1; at += 1) if (span(first, at) * MUCH_SHORTER < span(first, last) && dayNumber(days[at + 1]) - dayNumber(days[at]) > 28) { last = at; break; }
  return [first ? days[first].slice(0, 7) : days[0], days[last]];
}

function grain(days) {
  const sorted = days.filter((day) => day.length >= 7).sort();
  const years = days.map((day) => Number(day.slice(0, 4)));
  if (days.length && greatest(years) - least(years) >= MOST_BINS[4]) return 3;
  if (!sorted.length) return 4;
  const span = (dayNumber(sorted.at(-1)) - dayNumber(sorted[0]));
  if (span < MOST_BINS[10] && sorted.some((day) => day.length === 10)) return 10;
  return span / 30.4 < MOST_BINS[7] ? 7 : 4;
}

// Every day, month, year or decade between the first and the last, with or without records.
function filledBins(bins, length) {
  const keys = [...bins.keys()].sort();
  const found = [];
  const at = new Date(0);
  const [year, month, day] = keys[0].split("-").map(Number);
  at.setUTCFullYear(length === 3 ? year * 10 : year, (month || 1) - 1, day || 1);
  const key = () => at.toISOString().slice(0, length);
  while (key() <= keys.at(-1)) {
    found.push([key(), bins.get(key()) || { total: 0 }]);
    if (length <= 4) at.setUTCFullYear(at.getUTCFullYear() + (length === 3 ? 10 : 1));
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
    if (isFold(key)) put(picture, s("text", { x: middle, y: height - 7, "text-anchor": "middle" }, key === "early" ? "◂" : "▸"));
    else if (index % every === 0) put(picture, s("text", { x: Math.max(left + 22, Math.min(middle, width - 26)), y: height - 7, "text-anchor": "middle" }, shortName(key)));
    if (bin.total) put(picture, timeBar(key, bin, present, { from: middle - thick / 2, thick, y, column: [x(index), step, top, height - bottom] }));
  });
  return picture;
}

function timeBar(key, bin, present, { from, thick, y, column }) {
  const label = bin.label || `${dayName(key)}: ${counted("records", bin.total)}`;
  const go = () => { if (isFold(key)) return unfold(); [STATE.from, STATE.to] = daysOf(key); return refresh(); };
  const bar = s("g", { class: isFold(key) ? "bin fold" : "bin", role: "button", tabindex: "0", "aria-label": label, onclick: go,
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

function isFold(key) {
  return key === "early" || key === "late";
}

function niceStep(most) {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough));
}

function shortName(key) {
  if (key.length === 3) return `${key}0`;
  const [year, month, date] = key.split("-").map(Number);
  if (!month) return String(year);
  const day = new Date(Date.UTC(year, month - 1, date || 1));
  return new Intl.DateTimeFormat(LANGUAGE, date ? { timeZone: "UTC", day: "numeric", month: "short" } : { timeZone: "UTC", month: "short", year: "2-digit" }).format(day);
}

// The first and last day of a day, month or year.
function daysOf(key) {
  if (key.length === 10) return [key, key];
  if (key.length === 3) return [`${key}0-01-01`, `${key}9-12-31`];
  if (key.length === 4) return [`${key}-01-01`, `${key}-12-31`];
  const [year, month] = key.split("-").map(Number);
  return [`${key}-01`, `${key}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`];
}
