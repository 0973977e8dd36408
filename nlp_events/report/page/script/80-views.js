// The three views with a table and a pane beside it, and what can be downloaded from them.
const FAILED = ARTICLES.filter((article) => article.error !== null);
const EXPORTED = ["doc_id", "title", "published", ...DATA.fields.filter((name) => !["doc", "x", "y"].includes(name)), "sentence"];
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

// A new column is one line here: «value» sorts, «cell» is shown, «whole» is never cut; its class has a first width in report.css, and in a narrow
// window it is left out by a line there. What it filters by is in FACETS (20-filters.js), what is downloaded follows the fields of a record.
const COLUMNS = {
  records: [
    { name: "figure", label: WORDS.table.figure, class: "figure", whole: true, down: true, value: (one) => one.min ?? one.max, cell: figureCell },
    { name: "impact", label: WORDS.table.impact, class: "impact", whole: true, value: (one) => worded("impact", one.impact),
      cell: (one) => [h("span", { class: `dot ${GROUP_OF[one.impact]}`, "aria-hidden": "true" }), worded("impact", one.impact)] },
    { name: "who", label: WORDS.table.who, class: "who", value: (one) => one.who, cell: (one) => one.who },
    { name: "place", label: WORDS.table.place, class: "place", value: (one) => placeOf(one) || null, cell: placeOf },
    { name: "date", label: WORDS.table.date, class: "date", whole: true, down: true, value: (one) => one.first, cell: dateCell },
    { name: "source", label: WORDS.table.source, class: "source", value: (one) => valueOf(one, "source"), cell: (one) => valueOf(one, "source") },
    { name: "certainty", label: WORDS.table.certainty, class: "certainty", whole: true, value: (one) => worded("certainty", one.certainty),
      cell: (one) => h("span", { class: `badge ${one.certainty}` }, worded("certainty", one.certainty)) },
    { name: "confidence", label: WORDS.table.confidence, class: "sureness", whole: true, down: true, value: (one) => one.confidence, cell: (one) => sureBadge(one.confidence) },
    { name: "cause", label: WORDS.table.cause, class: "cause", whole: true, value: (one) => one.cause && worded("cause", one.cause), cell: (one) => one.cause && worded("cause", one.cause) },
    { name: "actor", label: WORDS.table.actor, class: "source", value: (one) => valueOf(one, "actor"), cell: (one) => valueOf(one, "actor") },
    { name: "article", label: WORDS.table.article, class: "doc", value: (one) => one.article.doc_id, cell: (one) => one.article.doc_id },
    { name: "verdict", label: WORDS.table.verdict, class: "judged", whole: true, value: (one) => verdictOf(one)?.verdict ?? null,
      cell: (one) => verdictOf(one) && h("span", { class: `badge ${verdictOf(one).verdict}` }, worded("verdict", verdictOf(one).verdict)) },
  ],
  documents: [
    { name: "article", label: WORDS.table.article, class: "doc", value: (one) => one.doc_id, cell: (one) => one.doc_id },
    { name: "title", label: WORDS.table.title, class: "title", value: (one) => one.title || one.line || null, cell: (one) => one.title || one.line },
    { name: "published", label: WORDS.table.published, class: "date", whole: true, down: true, value: (one) => one.published, cell: (one) => one.published },
    { name: "count", label: WORDS.table.count, class: "amount", whole: true, down: true, value: (one) => one.records.length, cell: (one) => NUMBERS.format(one.records.length) },
  ],
  failed: [
    { name: "article", label: WORDS.table.article, class: "doc", value: (one) => one.doc_id, cell: (one) => one.doc_id },
    { name: "status", label: WORDS.table.status, class: "status", whole: true, value: (one) => worded("status", one.status),
      cell: (one) => h("span", { class: "badge wrong" }, worded("status", one.status)) },
    { name: "error", label: WORDS.table.error, class: "title", value: (one) => one.error, cell: (one) => one.error },
  ],
  review: [
    { name: "figure", label: WORDS.table.figure, class: "figure", whole: true, down: true, value: (one) => one.min ?? one.max, cell: figureCell },
    { name: "impact", label: WORDS.table.impact, class: "impact", whole: true, value: (one) => worded("impact", one.impact),
      cell: (one) => [h("span", { class: `dot ${GROUP_OF[one.impact]}`, "aria-hidden": "true" }), worded("impact", one.impact)] },
    { name: "sentence", label: WORDS.table.sentence, class: "title", value: (one) => one.sentence, cell: (one) => one.sentence },
    { name: "confidence", label: WORDS.table.confidence, class: "sureness", whole: true, down: true, value: (one) => one.confidence, cell: (one) => sureBadge(one.confidence) },
    { name: "article", label: WORDS.table.article, class: "doc", value: (one) => one.article.doc_id, cell: (one) => one.article.doc_id },
  ],
};

// A number, and below it what is counted where that is not people.
function figureCell(one) {
  return one.unit === "household" ? [boundsOf({ ...boundsIn(one), unit: null }), " ", h("small", {}, WORDS.values.unit.household)] : boundsOf(one);
}

function boundsIn({ min, max, modifier }) {
  return { min, max, modifier };
}

// A period stands on two lines, so that the column stays narrow.
function dateCell(one) {
  const [first, last] = (one.date || "").split("/");
  return last === undefined ? one.date : [first, "/", h("wbr", {}), last];
}

function split(view, columns, caption, open, tools) {
  const count = h("p", { class: "count", id: `count-${view}` });
  const frame = table(`table-${view}`, { columns, caption, open, key: (one) => one.event_id || one.incident_id || one.doc_id || `${one.article.doc_id}:${one.start}` });
  $(`view-${view}`).replaceChildren(h("div", { class: "side" }, h("div", { class: "bar" }, count, h("div", { class: "downloads" }, tools)), h("p", { class: "notice small" }), frame),
    h("aside", { class: "pane", tabindex: "-1", "aria-label": WORDS.panes[view] }, h("p", { class: "note" }, WORDS.page.loading)));
  $(`view-${view}`).classList.add("split");
}

function drawRecords() {
  if (!TABLES["table-records"]) {
    split("records", COLUMNS.records, WORDS.table.caption_records, (record, reveal) => openRecord("records", record, reveal), [
      download("csv", saveTable), download("json", saveRecords), ...judgementTools("load")]);
  }
  fillTable("table-records", shown);
  $("count-records").textContent = fill(WORDS.counts.shown, { n: shown.length, total: counted("records", RECORDS.length) }) + (JUDGED.size ? ` · ${counted("judged", JUDGED.size)}` : "");
}

// Download the judgements, or take them in.
function judgementTools(id) {
  const load = h("input", { type: "file", accept: ".json,application/json", class: "unseen", id, tabindex: "-1", "aria-hidden": "true", onchange: async () => { await loadJudgements(load.files[0]); load.value = ""; } });
  return [h("button", { type: "button", onclick: saveJudgements }, WORDS.download.judgements), h("button", { type: "button", onclick: () => load.click() }, WORDS.download.load_judgements), load];
}

async function saveTable() {
  await loadSentences();
  saveCsv("records.csv", EXPORTED, TABLES["table-records"].items.map(exported));
}

// The evidence of records stands with the texts of their articles, all of which are unpacked for it.
async function saveRecords() {
  await Promise.all([loadAll(), loadSentences()]);
  saveJson("records.json", TABLES["table-records"].items.map(contract));
}

function drawDocuments() {
  if (!TABLES["table-documents"]) {
    split("documents", COLUMNS.documents, WORDS.table.caption_documents, (article, reveal) => openDocument(article, reveal),
      [download("csv", () => saveCsv("articles.csv", ["doc_id", "title", "published", "status", "error", "records"], TABLES["table-documents"].items.map(articleRow)))]);
  }
  const items = shownDocuments();
  fillTable("table-documents", items);
  $("count-documents").textContent = fill(WORDS.counts.shown, { n: items.length, total: counted("articles", ARTICLES.length - FAILED.length) });
}

function articleRow(article) {
  return { ...article, records: article.records.length };
}

// Articles that could not be read, apart from those that were.
function drawFailed() {
  if (!TABLES["table-failed"]) {
    split("failed", COLUMNS.failed, WORDS.table.caption_failed, (article, reveal) => openDocument(article, reveal, "failed"),
      [download("csv", () => saveCsv("not-read.csv", ["doc_id", "status", "error"], TABLES["table-failed"].items))]);
  }
  const terms = fold(STATE.query).split(/\s+/).filter(Boolean);
  const items = FAILED.filter((one) => terms.every((term) => fold([one.doc_id, one.title, one.error].filter(Boolean).join(" ")).includes(term)));
  fillTable("table-failed", items);
  $("count-failed").textContent = fill(WORDS.counts.shown, { n: items.length, total: counted("failed", FAILED.length) });
}

// Articles with a record that is shown; and, where only words are looked for, those that hold them in name, title or error.
function shownDocuments() {
  const read = ARTICLES.filter((one) => one.error === null);
  if (!isFiltered()) return read;
  const found = new Set(shown.map((record) => record.article));
  const onlyWords = !STATE.from && !STATE.to && !STATE.sure && CHOICES.every((name) => !STATE.chosen[name].size);
  const terms = fold(STATE.query).split(/\s+/).filter(Boolean);
  const named = (one) => onlyWords && terms.every((term) => fold([one.doc_id, one.title, one.line].filter(Boolean).join(" ")).includes(term));
  return read.filter((one) => found.has(one) || named(one));
}

// What may be records all the same: those of the words, articles and impacts that are chosen.
function shownOffers() {
  const terms = fold(STATE.query).split(/\s+/).filter(Boolean);
  const meets = (facet, value) => !STATE.chosen[facet].size || STATE.chosen[facet].has(value);
  return OFFERS.filter((one) => meets("impact", one.impact) && meets("document", one.article.doc_id) &&
    terms.every((term) => fold([one.sentence, one.article.doc_id, one.article.title].filter(Boolean).join(" \n")).includes(term)));
}

function drawReview() {
  if (!TABLES["table-review"]) {
    const columns = ["doc_id", "text", "impact", "min", "max", "who", "confidence", "reason", "sentence"];
    split("review", COLUMNS.review, WORDS.table.caption_review, (offer, reveal) => openOffer("review", offer, reveal), [
      download("csv", () => saveCsv("to-review.csv", columns, TABLES["table-review"].items.map((one) => ({ ...one, doc_id: one.article.doc_id }))))]);
    Object.assign(TABLES["table-review"], { sort: "confidence", down: true }); // what is most probably missing comes first
  }
  const items = shownOffers();
  fillTable("table-review", items);
  $("count-review").textContent = `${fill(WORDS.counts.shown, { n: items.length, total: NUMBERS.format(OFFERS.length) })} · ${WORDS.article.review_note}`;
}

function download(kind, act) {
  return h("button", { type: "button", onclick: act }, WORDS.download[kind]);
}

function openRecord(view, record, reveal) {
  drawPane(view, record.article, record);
  if (reveal) openPane(view);
}

function openOffer(view, offer, reveal) {
  drawPane(view, offer.article, null, { offer });
  if (reveal) openPane(view);
}

function openDocument(article, reveal, view = "documents") {
  drawPane(view, article, null);
  if (reveal) openPane(view);
}

function openPane(view) {
  $(`view-${view}`).classList.add("open");
}

function closePane(view) {
  $(`view-${view}`).classList.remove("open");
  const one = TABLES[`table-${view}`];
  one.body.querySelector('[tabindex="0"]')?.focus();
}

// Show a record: in the table of records where it is in it, else only in the pane.
function go(view, record) {
  if (view === "incidents") { show("records"); view = "records"; }
  const at = view === "records" ? TABLES["table-records"].items.indexOf(record) : -1;
  if (at >= 0) pick("table-records", at, { reveal: true });
  else openRecord(view, record, true);
}

function step(by) {
  const one = TABLES[`table-${tab}`];
  if (one) pick(one.id, one.at + by);
}

// The record as in the results, with its doc_id.
function contract(record) {
  const found = { doc_id: record.article.doc_id };
  for (const name of [...DATA.fields, "sentence", "mentions", "evidence"]) if (!["doc", "x", "y"].includes(name)) found[name] = record[name];
  return found;
}

function exported(record) {
  const { title, published } = record.article;
  const cells = Object.fromEntries(EXPORTED.map((name) => [name, record[name]]));
  return { ...cells, doc_id: record.article.doc_id, title, published, verdict: verdictOf(record)?.verdict ?? null };
}

function saveJson(name, rows) {
  save(name, "application/json", ["[\n", rows.map((row) => JSON.stringify(row)).join(",\n"), "\n]\n"]);
}

// A cell that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers.
function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function saveCsv(name, columns, rows) {
  const names = JUDGED.size && columns === EXPORTED ? [...columns, "verdict"] : columns;
  const lines = [names, ...rows.map((row) => names.map((column) => row[column]))].map((cells) => cells.map(csvCell).join(","));
  save(name, "text/csv;charset=utf-8", ["\ufeff", lines.join("\r\n"), "\r\n"]);
}
