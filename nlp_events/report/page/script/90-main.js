// Tabs, keys, light and dark, printing; and the start.
const DRAW = { overview: drawOverview, records: drawRecords, incidents: drawIncidents, documents: drawDocuments, review: drawReview, queue: drawQueue, failed: drawFailed };
const TABS = [...document.querySelectorAll('[role="tab"]')].map((one) => one.dataset.tab);
let tab = TABS[0];

function show(name) {
  if (!TABS.includes(name)) return;
  turnTo(name);
  DRAW[name]();
  redrawPane(); // a record may have been judged in another tab
}

function turnTo(name) {
  tab = name;
  for (const one of TABS) {
    $(`tab-${one}`).setAttribute("aria-selected", String(one === name));
    $(`tab-${one}`).tabIndex = one === name ? 0 : -1;
    $(`view-${one}`).hidden = one !== name;
  }
  $(`tab-${name}`).scrollIntoView({ block: "nearest", inline: "center" });
  if (location.hash !== `#${name}`) history.replaceState(null, "", `#${name}`);
}

function refresh() {
  apply();
  drawFilters();
  $("number-records").textContent = NUMBERS.format(shown.length);
  if (INCIDENTS.length) $("number-incidents").textContent = NUMBERS.format(shownIncidents().length);
  if (OFFERS.length) $("number-review").textContent = NUMBERS.format(shownOffers().length);
  $("number-documents").textContent = NUMBERS.format(isFiltered() ? shownDocuments().length : ARTICLES.length - FAILED.length);
  if (FAILED.length) $("number-failed").textContent = NUMBERS.format(FAILED.length);
  $("summary").textContent = [counted("articles", ARTICLES.length), counted("records", RECORDS.length), INCIDENTS.length && counted("incidents", INCIDENTS.length),
    FAILED.length && counted("failed", FAILED.length)].filter(Boolean).join(" · ");
  DRAW[tab]();
  say(fill(WORDS.counts.shown, { n: shown.length, total: counted("records", RECORDS.length) }));
}

function startTabs() {
  const list = document.querySelector('[role="tablist"]');
  list.addEventListener("click", (event) => { const button = event.target.closest("[data-tab]"); if (button) show(button.dataset.tab); });
  list.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    show(TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]);
    $(`tab-${tab}`).focus();
  });
}

function startSearch() {
  let waiting = 0;
  $("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => { await loadSentences(); STATE.query = $("search").value.trim(); refresh(); }, 120);
  });
}

function startTheme() {
  const root = document.documentElement;
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  $("theme").addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; });
}

function startHelp() {
  const dialog = h("dialog", { "aria-labelledby": "help-title" }, h("h2", { id: "help-title" }, WORDS.help.title),
    h("dl", { class: "keys" }, [...WORDS.help.keys, tabKeys()].map(({ keys, does }) => [h("dt", {}, keys.split(" ").map((key) => [h("kbd", {}, key), " "])), h("dd", {}, does)])),
    h("p", {}, WORDS.help.about), h("form", { method: "dialog" }, h("menu", {}, h("button", { class: "main" }, WORDS.help.close))));
  document.body.append(dialog);
  $("open-help").addEventListener("click", () => dialog.showModal());
}

// The tabs of this page, by their numbers.
function tabKeys() {
  return { keys: TABS.map((_, at) => String(at + 1)).join(" "), does: TABS.map((name) => WORDS.page[name]).join(", ") };
}

// Keys that work anywhere but where one writes.
function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const verdict = { r: "right", w: "wrong" }[event.key];
    const pane = PANES[tab];
    if (event.key === "/") { event.preventDefault(); $("search").focus(); }
    else if (/^[1-9]$/.test(event.key) && TABS[event.key - 1]) show(TABS[event.key - 1]);
    else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "Escape") escape();
    else if (event.key === "?") $("open-help").click();
    else if (pane?.record && verdict) judge(pane.record, verdictOf(pane.record)?.verdict === verdict ? null : verdict);
    else if (pane?.record && event.key === "a") { event.preventDefault(); amend(pane.record); }
    else if (pane?.article && pane.article.error === null && event.key === "m") { event.preventDefault(); addMissed(pane.article); }
  });
}

function escape() {
  for (const one of document.querySelectorAll("details.menu[open]")) one.open = false;
  if (TABLES[`table-${tab}`]) closePane(tab);
}

// A page on paper has no scroll bar: every row that is shown is drawn.
function startPrint() {
  addEventListener("beforeprint", () => { if (TABLES[`table-${tab}`]) drawRows(`table-${tab}`, true); });
  addEventListener("afterprint", () => DRAW[tab]());
}

function startSizes() {
  let width = innerWidth;
  addEventListener("resize", () => {
    if (width === innerWidth) return;
    width = innerWidth;
    DRAW[tab]();
  });
  document.addEventListener("click", (event) => {
    for (const one of document.querySelectorAll("details.menu[open]")) if (!one.contains(event.target)) one.open = false;
  });
}

function start() {
  $("view-overview").append(document.querySelector("footer"));
  remembered();
  rememberedQueue();
  for (const begin of [startTips, startMarking, startTabs, startSearch, startTheme, startHelp, startKeys, startPrint, startSizes]) begin();
  const wanted = location.hash.slice(1);
  if (TABS.includes(wanted)) turnTo(wanted);
  refresh();
  turnTo(tab); // again, since the numbers have made the tabs wider
  document.documentElement.dataset.ready = "true";
  setTimeout(loadSentences, 300);
}

start();
