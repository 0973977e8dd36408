// A happening as its time line: what each article said, and what that changed (see timelines). Rows are made when an incident is looked at.
const ENTRIES_AT_ONCE = 100; // articles; of a war that thousands tell of the others are drawn when they are asked for, or printed
const CHANGE_BADGE = { raised: "possible", lowered: "possible", contradicted: "denied", denied: "denied", feared: "unconfirmed" };

function timeLine(incident) {
  if (!incident.timeline) return null;
  const articles = new Map([...incident.articles.map((one) => [one.doc_id, one]), ...(incident.mentioned || []).map((one) => [one.doc_id, { ...one, aside: true }])]);
  const entries = timeEntries(incident);
  const list = h("ol", {}, entries.slice(0, ENTRIES_AT_ONCE).map((one) => timeEntry(one, incident, articles)));
  const rest = entries.slice(ENTRIES_AT_ONCE);
  const draw = (event) => { put(list, rest.map((one) => timeEntry(one, incident, articles))); event.currentTarget.remove(); };
  return h("section", { class: "record story" }, h("h3", {}, WORDS.timeline.title), list,
    rest.length ? h("button", { type: "button", class: "rest", onclick: draw }, fill(WORDS.charts.more, { n: entries.length })) : null);
}

addEventListener("beforeprint", () => { for (const one of document.querySelectorAll(".story .rest")) one.click(); });

// What one article says of one day stands together.
function timeEntries(incident) {
  const entries = [];
  for (const [day, docId, impact, at, change, before, actorChange] of incident.timeline) {
    const told = incident.impacts[impact] || null;
    const one = told && told.history[at];
    const name = one ? one.doc_id : docId;
    const last = entries.at(-1);
    if (!last || last.day !== day || last.docId !== name) entries.push({ day, docId: name, rows: [] });
    entries.at(-1).rows.push({ impact: told, one, change, before: told && told.history[before], actorChange });
  }
  return entries;
}

function timeEntry({ day, docId, rows }, incident, articles) {
  const known = articles.get(docId) || {};
  const article = ARTICLE_BY_ID.get(docId);
  const name = known.title || docId;
  const notes = [known.published && known.published !== day && fill(WORDS.article.published, { date: known.published }), known.aside && WORDS.timeline.aside,
    known.copy_of && fill(WORDS.article.copy_of, { name: known.copy_of })].filter(Boolean);
  return h("li", {}, h("p", { class: "told-by" }, day ? h("time", { datetime: day }, day) : h("span", { class: "note" }, WORDS.article.unpublished), " ",
    article ? h("button", { type: "button", class: "link", onclick: () => { show("documents"); openDocument(article, true); } }, name) : h("b", {}, name)),
    notes.length ? h("p", { class: "note small" }, notes.join(" · ")) : null, h("ul", {}, rows.map(timeRow)));
}

function timeRow({ impact, one, change, before, actorChange }) {
  if (!one) return h("li", { class: "aside" }, h("span", { class: "note" }, WORDS.values.change[change]));
  const record = recordOf(one.doc_id, one.event_id);
  const figure = [h("b", {}, boundsOf({ ...boundsIn(one), unit: impact.unit })), " ", worded("impact", impact.impact)];
  const best = one.event_id === impact.best_event_id;
  const classes = [best && "best", impact.conflict.includes(one.event_id) && "conflict", (one.part || one.superseded || one.repeated) && "aside"].filter(Boolean);
  return h("li", { class: classes.join(" ") || null }, record ? h("button", { type: "button", class: "link", onclick: () => go("incidents", record) }, figure) : figure, " ",
    h("span", { class: `badge change ${CHANGE_BADGE[change] || ""}` }, changed(change, one, before, impact)), " ", best ? h("span", { class: "badge right" }, WORDS.timeline.chosen) : null,
    actorChange ? [" ", h("span", { class: "badge" }, fill(WORDS.values.actor_change[actorChange], { actor: one.actor }))] : null,
    h("p", { class: "note small" }, toldNotes(one).flatMap((note, at) => (at ? [" · ", note] : [note]))));
}

// Who says it, in which words, and how; whom it counts where the words do not tell.
function toldNotes(one) {
  return [one.source || WORDS.timeline.no_source, h("q", {}, one.text), one.who && !fold(one.text).includes(fold(one.who)) && one.who, one.certainty !== "asserted" && worded("certainty", one.certainty),
    one.flow && worded("flow", one.flow), one.toll && worded("toll", one.toll), one.scope !== "event" && worded("scope", one.scope)].filter(Boolean);
}

function changed(change, one, before, impact) {
  const number = (reading) => (reading ? boundsOf({ ...boundsIn(reading), unit: impact.unit }) : "");
  return fill(WORDS.values.change[change], { before: number(before), now: number(one), source: (before && before.source) || WORDS.timeline.no_source });
}
