// The data of the report, unpacked: see packing.py for its form. Everything is put into the page as text, never as markup.
const DATA = JSON.parse(await unpacked(document.getElementById("data").textContent));
const WORDS = DATA.words;
const LANGUAGE = document.documentElement.lang;
const SURE = 0.9; // from here on, a record is «sure»
const NUMBERS = new Intl.NumberFormat(LANGUAGE);
// Characters that cannot be seen or that turn round what stands after them.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const AT_ONCE = 3; // blocks of articles that are unpacked before the page is shown

async function unpacked(base64) {
  if (!("DecompressionStream" in window)) {
    const note = document.getElementById("loading");
    note.textContent = note.dataset.old;
  }
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

// A record reads its fields from the columns when it is asked for them: 160 000 of them are made in an instant.
class Row {
  constructor(index) {
    this.index = index;
  }

  get article() { return ARTICLES[this.doc]; }
  get first() { return firstDay(this.date); }
  get sentence() { return SENTENCES ? SENTENCES.strings[SENTENCES.column[this.index]] : ""; }
  get mentions() { return pairs(this.marks[0]); }
  get evidence() {
    return Object.fromEntries(Object.entries(this.marks[1]).map(([slot, [rule, ...span]]) => [slot, { span: span.length ? span : null, rule }]));
  }

  // Stands with the text of the article, and is known when that is.
  get marks() { return this.article.body ? this.article.body.marks[this.index - this.article.begin] : [[], {}]; }
}

DATA.fields.forEach((field, at) => {
  const column = DATA.columns[at], strings = DATA.strings;
  const get = DATA.interned[at] ? function text() { const value = column[this.index]; return value < 0 ? null : strings[value]; } : function cell() { return column[this.index]; };
  Object.defineProperty(Row.prototype, field, { get, enumerable: true });
});

const ARTICLES = DATA.articles.map(([doc_id, title, line, published, status, error], index) => (
  { index, doc_id, title, line, published, status, error, begin: 0, records: [], body: null }));
const RECORDS = DATA.columns[0].map((doc, index) => new Row(index));
const INCIDENTS = DATA.incidents;
const OFFERS = DATA.review.map((one, index) => ({ ...one, index, article: ARTICLES[one.doc] })); // what may be records all the same
const ARTICLE_BY_ID = new Map(ARTICLES.toReversed().map((article) => [article.doc_id, article])); // the first of its name
for (const record of RECORDS) {
  const { article } = record;
  if (!article.records.length) article.begin = record.index;
  article.records.push(record);
}

function pairs(flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 2) found.push([flat[at], flat[at + 1]]);
  return found;
}

// The first known day, month or year of an ISO date or interval; null without a year. Dates come often, and are read once.
const FIRST_DAYS = new Map([[null, null]]);

function firstDay(date) {
  if (!FIRST_DAYS.has(date)) FIRST_DAYS.set(date, readFirstDay(date));
  return FIRST_DAYS.get(date);
}

function readFirstDay(date) {
  const [first, last] = date.split("/");
  const day = first === ".." || first === "" ? last : first;
  return day && /^\d{4}/.test(day) ? day : null;
}

function recordOf(docId, eventId) {
  return ARTICLE_BY_ID.get(docId)?.records.find((record) => record.event_id === eventId) || null;
}

// The texts of articles stand in blocks, which are unpacked when one of their articles is first looked at. They come after the script:
// the page is shown while the browser still reads them.
const whole = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done);
});
const loading = new Map();
let packedBlocks = null;

async function readBlock(number) {
  await whole;
  packedBlocks ||= document.getElementById("articles").textContent.split("\n");
  const lines = await unpacked(packedBlocks[number]);
  lines.split("\n").forEach((line, at) => { ARTICLES[number * DATA.block + at].body = JSON.parse(line); });
}

function loadBlock(number) {
  if (!loading.has(number)) loading.set(number, readBlock(number));
  return loading.get(number);
}

function loadBody(article) {
  return loadBlock(Math.floor(article.index / DATA.block));
}

async function loadAll() {
  for (let number = 0; number * DATA.block < ARTICLES.length; number += 1) await loadBlock(number);
}

// The sentences of records: to search in, to download, and to judge by. They are read when the page is shown, or earlier for who needs them.
let SENTENCES = null;
let readingSentences = null;

function loadSentences() {
  readingSentences ||= whole.then(() => unpacked(document.getElementById("sentences").textContent)).then((text) => { SENTENCES = JSON.parse(text); });
  return readingSentences;
}

if (ARTICLES.length <= AT_ONCE * DATA.block) await Promise.all([loadAll(), loadSentences()]);

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? NUMBERS.format(values[name]) : values[name]));
}

function counted(name, n) {
  const one = LANGUAGE === "fr" ? n < 2 : n === 1;
  return fill(WORDS.counts[name][one ? "one" : "other"], { n });
}

// The wording of a value of a field; what has none is its own wording.
function worded(field, value) {
  if (value === null || value === undefined) return WORDS.filters.none;
  if (field === "country") return DATA.countries[value] || value;
  return WORDS.values[field]?.[value] ?? String(value);
}

function bounds(low, high) {
  const [least, most] = [low, high].map((n) => (n === null ? null : NUMBERS.format(n)));
  if (low === null) return high === null ? "?" : `≤ ${most}`;
  if (high === null) return `≥ ${least}`;
  return low === high ? least : `${least}–${most}`;
}

function boundsOf(record) {
  const written = bounds(record.min, record.max);
  const about = record.modifier === "approx" ? `~ ${written}` : written;
  return record.unit === "household" ? `${about} ${WORDS.values.unit.household}` : about;
}

const PERCENT = new Intl.NumberFormat(LANGUAGE, { style: "percent" });

// How sure something is, in words of the reader's language; an earlier version did not tell.
function sureness(confidence) {
  return confidence === null || confidence === undefined ? "" : PERCENT.format(confidence);
}

// As a coloured label: sure, likely, doubtful.
function sureBadge(confidence) {
  const level = confidence >= SURE ? "sure" : confidence >= 0.5 ? "likely" : "doubtful";
  return sureness(confidence) && h("span", { class: `badge ${level}`, title: WORDS.article.confidence_note }, sureness(confidence));
}

function placeOf(record) {
  const country = record.country && worded("country", record.country);
  const place = record.place_canonical || record.place;
  return [place, country !== place && country].filter(Boolean).join(", ");
}

function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}
