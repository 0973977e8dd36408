// A table that draws only the rows in sight. Its rows are of one height; arrow keys move through all of them.
const TABLES = {};
const SPARE = 12;

function table(id, { columns, caption, open, key }) {
  const head = h("tr", { "aria-rowindex": "1" }, columns.map((column) => h("th", { scope: "col", class: column.class, "data-column": column.name },
    h("button", { type: "button", title: plain(fill(WORDS.table.sort, { name: column.label })), "aria-keyshortcuts": "Shift+ArrowLeft Shift+ArrowRight",
      onclick: () => sortBy(id, column.name), onkeydown: (event) => widenByKey(id, event) }, column.label), h("span", { class: "grip", "aria-hidden": "true" }))));
  const body = h("tbody", {});
  const frame = h("div", { class: "table-frame", onscroll: () => drawRows(id) },
    h("table", { id, role: "grid", class: "rows" }, h("caption", { class: "unseen" }, caption), h("thead", {}, head), body));
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-at]");
    if (row) pick(id, Number(row.dataset.at), { reveal: true });
  });
  body.addEventListener("keydown", (event) => tableKey(id, event));
  head.addEventListener("pointerdown", (event) => widenByDrag(id, event));
  TABLES[id] = { id, columns, open, key, frame, body, items: [], at: -1, sort: null, down: false, touched: false, fitted: 0 };
  return frame;
}

function sortBy(id, name) {
  const one = TABLES[id];
  one.down = one.sort === name ? !one.down : Boolean(one.columns.find((column) => column.name === name).down);
  one.sort = name;
  fillTable(id, one.items);
}

function sorted(one, items) {
  const column = one.columns.find((each) => each.name === one.sort);
  if (!column) return items;
  const values = new Map(items.map((item) => [item, column.value(item)]));
  const ranks = ranksOf([...new Set(values.values())]);
  return [...items].sort((a, b) => {
    const [left, right] = [ranks.get(values.get(a)), ranks.get(values.get(b))];
    if (left === null || right === null) return (left === null) - (right === null) || a.index - b.index; // what is not told comes last
    return (one.down ? right - left : left - right) || a.index - b.index;
  });
}

// Value → its place in the order: each value is compared by the rules of the language only once.
function ranksOf(values) {
  const order = new Intl.Collator(LANGUAGE, { numeric: true });
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b)));
  const ranks = new Map(values.filter((one) => one !== null).sort(compare).map((value, rank) => [value, rank]));
  return ranks.set(null, null);
}

// Put items into a table; the row that was chosen stays so if it is still there, else it is the first one.
function fillTable(id, items) {
  const one = TABLES[id];
  const chosen = one.items[one.at];
  one.items = sorted(one, items);
  const still = chosen && one.touched ? one.items.indexOf(chosen) : -1;
  one.at = still >= 0 ? still : Math.min(0, one.items.length - 1);
  for (const cell of one.frame.querySelectorAll("th")) {
    if (cell.dataset.column === one.sort) cell.setAttribute("aria-sort", one.down ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  }
  $(id).setAttribute("aria-rowcount", one.items.length + 1);
  drawRows(id);
  const now = one.items[one.at];
  if (!now) emptyPane(one);
  else if (now !== chosen) one.open(now, false);
}

function emptyPane(one) {
  const view = one.frame.closest(".view");
  PANES[view.id.replace("view-", "")] = null;
  view.querySelector(".pane").replaceChildren(h("p", { class: "note" }, WORDS.table.empty));
}

function rowHeight() {
  return parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 44;
}

function drawRows(id, whole = false) {
  const one = TABLES[id];
  const height = rowHeight();
  const inSight = Math.ceil((one.frame.clientHeight || 600) / height);
  const first = whole ? 0 : Math.max(0, Math.min(Math.floor(one.frame.scrollTop / height) - SPARE, one.items.length - inSight));
  const last = whole ? one.items.length : Math.min(one.items.length, first + inSight + 2 * SPARE);
  const focused = one.body.contains(document.activeElement);
  const rows = [];
  for (let at = first; at < last; at += 1) rows.push(row(one, at));
  if (!rows.length) rows.push(h("tr", {}, h("td", { colspan: [...one.frame.querySelectorAll("th")].filter((cell) => cell.offsetParent).length, class: "note" }, WORDS.table.empty)));
  one.body.replaceChildren(gap(first * height), ...rows, gap((one.items.length - last) * height));
  grow(one);
  if (focused && one.at >= first && one.at < last) one.body.querySelector(`[data-at="${one.at}"]`).focus({ preventScroll: true });
}

// A column whose values are never cut is as wide as the widest of them that was seen; the others share the rest.
const LEAST_WIDTH = 90;

function grow(one) {
  const heads = [...one.frame.querySelectorAll("th")];
  if (!one.frame.clientWidth || !heads[0].offsetParent || getComputedStyle(heads[0]).display === "block") return;
  const rows = [...one.body.querySelectorAll("tr[data-at]")];
  const wanted = heads.map((cell, at) => one.columns[at].whole && cell.offsetParent && Math.max(cell.firstChild.scrollWidth, ...rows.map((each) => each.cells[at].scrollWidth)));
  const wider = heads.filter((cell, at) => wanted[at] > cell.clientWidth);
  if (!wider.length && one.fitted === one.frame.clientWidth) return;
  for (const cell of wider) cell.style.width = `${wanted[heads.indexOf(cell)] + 1}px`;
  one.fitted = one.frame.clientWidth;
  fitTable(one, heads);
}

// Where the columns need more room than there is, the table is wider than its frame, and the frame scrolls.
function fitTable(one, heads) {
  const width = (cell, at) => (cell.offsetParent ? (one.columns[at].whole || cell.style.width ? parseFloat(cell.style.width) || cell.offsetWidth : LEAST_WIDTH) : 0);
  $(one.id).style.minWidth = `${heads.reduce((sum, cell, at) => sum + width(cell, at), 0)}px`;
}

function widen(one, cell, width) {
  cell.style.width = `${Math.max(48, width)}px`;
  fitTable(one, [...one.frame.querySelectorAll("th")]);
}

function widenByKey(id, event) {
  const by = event.shiftKey && { ArrowLeft: -16, ArrowRight: 16 }[event.key];
  if (!by) return;
  event.preventDefault();
  const cell = event.currentTarget.parentElement;
  widen(TABLES[id], cell, cell.offsetWidth + by);
}

function widenByDrag(id, event) {
  if (!event.target.matches(".grip")) return;
  event.preventDefault();
  const grip = event.target, cell = grip.parentElement, from = event.clientX, width = cell.offsetWidth;
  grip.setPointerCapture(event.pointerId);
  grip.onpointermove = (move) => widen(TABLES[id], cell, width + move.clientX - from);
  grip.onpointerup = () => { grip.onpointermove = null; };
}

// The height of rows that are not drawn; one cell, so that columns that are left out stay so.
function gap(height) {
  const cell = h("tr", { class: "gap", "aria-hidden": "true" }, h("td", {}));
  cell.firstChild.style.height = `${height}px`;
  return height > 0 ? cell : "";
}

function row(one, at) {
  const item = one.items[at];
  const reached = at === Math.max(0, one.at);
  return h("tr", { "data-at": at, "data-key": one.key(item), "aria-rowindex": at + 2, "aria-selected": String(at === one.at), tabindex: reached ? "0" : "-1" },
    one.columns.map((column) => h("td", { class: column.class, "data-label": column.label }, column.cell(item))));
}

// Choose a row: it is scrolled into sight and opened beside the table.
function pick(id, at, { focus = false, reveal = false, scroll = true } = {}) {
  const one = TABLES[id];
  if (!one.items.length) return;
  one.at = Math.max(0, Math.min(one.items.length - 1, at));
  one.touched = true;
  if (scroll) {
    const height = rowHeight(), top = one.at * height, head = one.frame.querySelector("thead").offsetHeight;
    if (top < one.frame.scrollTop) one.frame.scrollTop = top;
    else if (top + height > one.frame.scrollTop + one.frame.clientHeight - head) one.frame.scrollTop = top + height - one.frame.clientHeight + head;
  }
  drawRows(id);
  if (focus) one.body.querySelector(`[data-at="${one.at}"]`)?.focus({ preventScroll: true });
  one.open(one.items[one.at], reveal);
}

function tableKey(id, event) {
  const one = TABLES[id];
  const page = Math.max(1, Math.floor(one.frame.clientHeight / rowHeight()) - 2);
  const moves = { ArrowDown: one.at + 1, ArrowUp: one.at - 1, PageDown: one.at + page, PageUp: one.at - page, Home: 0, End: one.items.length - 1 };
  if (event.key in moves) {
    event.preventDefault();
    pick(id, moves[event.key], { focus: true });
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    pick(id, Math.max(0, one.at), { reveal: true });
    one.frame.closest(".view").querySelector(".pane").focus();
  }
}
