// The data of the report, unpacked: see packing.py for its form. Everything is put into the page as text, never as markup.
const DATA = JSON.parse(document.getElementById("data").textContent);
const WORDS = DATA.words;
const LANGUAGE = document.documentElement.lang;
const SURE = 0.9; // from here on, a record is «sure»
const NUMBERS = new Intl.NumberFormat(LANGUAGE);
// Characters that cannot be seen or that turn round what stands after them.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const RECORDS = DATA.records.map(unpackRecord);
const ARTICLES = DATA.articles.map(([doc_id, title, published, status, error], index) => (
  { index, doc_id, title, published, status, error, records: [] }));
const INCIDENTS = DATA.incidents;
const OFFERS = DATA.review.map((one, index) => ({ ...one, index, article: ARTICLES[one.doc] })); // what may be records all the same
const BY_ID = new Map();
for (const record of RECORDS) {
  record.article = ARTICLES[record.doc];
  record.article.records.push(record);
  BY_ID.set(`${record.article.doc_id}\n${record.event_id}`, record);
}

function unpackRecord(row, index) {
  const record = { index };
  DATA.fields.forEach((field, at) => {
    const value = row[at];
    record[field] = DATA.interned[at] ? (value < 0 ? null : DATA.strings[value]) : value;
  });
  record.mentions = pairs(record.mentions);
  const flat = record.evidence;
  record.evidence = {};
  for (let at = 0; at < flat.length; at += 4) record.evidence[DATA.strings[flat[at]]] = { span: flat[at + 1] < 0 ? null : [flat[at + 1], flat[at + 2]], rule: DATA.strings[flat[at + 3]] };
  record.first = firstDay(record.date);
  return record;
}

function pairs(flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 2) found.push([flat[at], flat[at + 1]]);
  return found;
}

// The first known day, month or year of an ISO date or interval; null without a year.
function firstDay(date) {
  if (!date) return null;
  const [first, last] = date.split("/");
  const day = first === ".." || first === "" ? last : first;
  return day && /^\d{4}/.test(day) ? day : null;
}

function recordOf(docId, eventId) {
  return BY_ID.get(`${docId}\n${eventId}`) || null;
}

// The body of an article, parsed when it is first looked at.
let articleLines = null;
function bodyOf(article) {
  articleLines ||= document.getElementById("articles").textContent.trim().split("\n");
  article.body ||= JSON.parse(articleLines[article.index]);
  return article.body;
}

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
