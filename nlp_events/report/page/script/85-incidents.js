// Incidents: one happening told by several articles, with what each of them said.
const INCIDENT_OF = new Map(); // index of a record → ids of its incidents
INCIDENTS.forEach((incident, index) => {
  incident.index = index;
  incident.members = [...new Set(incident.impacts.flatMap((impact) => impact.history.map((one) => recordOf(one.doc_id, one.event_id))))].filter(Boolean);
  for (const record of incident.members) INCIDENT_OF.set(record.index, [...(INCIDENT_OF.get(record.index) || []), incident.incident_id]);
});

function bestOf(incident, impact) {
  return incident.impacts.find((one) => one.impact === impact && one.unit === "person" && one.best !== null) || null;
}

// The impacts besides those that have a column of their own.
function otherImpacts(incident) {
  return incident.impacts.filter((one) => !["killed", "injured"].includes(one.impact) && one.best !== null);
}

const numberColumn = (impact) => ({ name: impact, label: worded("impact", impact), class: "figure", whole: true, down: true, value: (one) => bestOf(one, impact)?.best ?? null,
  cell: (one) => bestOf(one, impact) && bestText(bestOf(one, impact)) });
COLUMNS.incidents = [
  { name: "title", label: WORDS.page.incidents, class: "title", value: (one) => one.title, cell: (one) => one.title },
  { name: "date", label: WORDS.table.date, class: "date", whole: true, down: true, value: (one) => one.first, cell: (one) => (one.first === one.last ? one.first : [one.first || "…", "/", h("wbr", {}), one.last || "…"]) },
  { name: "country", label: WORDS.table.country, class: "place", value: (one) => one.country && worded("country", one.country), cell: (one) => one.country && worded("country", one.country) },
  { name: "cause", label: WORDS.table.cause, class: "cause", whole: true, value: (one) => one.cause && worded("cause", one.cause), cell: (one) => one.cause && worded("cause", one.cause) },
  numberColumn("killed"), numberColumn("injured"),
  { name: "more", label: WORDS.table.more_impacts, class: "more", value: (one) => greatestBest(one), cell: (one) => otherImpacts(one).map((each) => `${bestText(each)} ${worded("impact", each.impact)}`).join(", ") },
  { name: "articles", label: WORDS.page.documents, class: "amount", whole: true, down: true, value: (one) => one.articles.length, cell: (one) => NUMBERS.format(one.articles.length) },
];

function greatestBest(incident) {
  const others = otherImpacts(incident);
  return others.length ? greatest(others.map((one) => one.best)) : null;
}

function bestText(impact) {
  const households = impact.unit === "household" ? ` ${WORDS.values.unit.household}` : "";
  return NUMBERS.format(impact.best) + households;
}

function shownIncidents() {
  if (!isFiltered()) return INCIDENTS;
  const found = new Set(shown.map((record) => record.index));
  return INCIDENTS.filter((one) => one.members.some((record) => found.has(record.index)));
}

function drawIncidents() {
  if (!TABLES["table-incidents"]) {
    const columns = ["incident_id", "title", "place", "country", "latitude", "longitude", "first", "last", "cause", "scope", "killed", "injured", "articles"];
    const flat = (one) => ({ ...one, killed: bestOf(one, "killed")?.best ?? null, injured: bestOf(one, "injured")?.best ?? null, articles: one.articles.length });
    const whole = ({ index, members, timeline, ...incident }) => incident;
    split("incidents", COLUMNS.incidents, WORDS.table.caption_incidents, (incident, reveal) => openIncidentPane(incident, reveal), [
      download("csv", () => saveCsv("incidents.csv", columns, TABLES["table-incidents"].items.map(flat))), download("incidents", () => saveJson("incidents.json", TABLES["table-incidents"].items.map(whole)))]);
    Object.assign(TABLES["table-incidents"], { sort: "articles", down: true }); // what is told most comes first
  }
  const items = shownIncidents();
  fillTable("table-incidents", items);
  $("count-incidents").textContent = fill(WORDS.counts.shown, { n: items.length, total: counted("incidents", INCIDENTS.length) });
}

function openIncident(incident) {
  show("incidents");
  const at = TABLES["table-incidents"].items.indexOf(incident);
  if (at >= 0) pick("table-incidents", at, { reveal: true });
  else openIncidentPane(incident, true);
}

function openIncidentPane(incident, reveal) {
  const view = "incidents";
  PANES.incidents = null;
  const place = $("view-incidents").querySelector(".pane");
  place.replaceChildren(h("div", { class: "about whole" }, h("header", { class: "pane-head" },
    h("button", { type: "button", class: "back", onclick: () => closePane(view) }, "← ", WORDS.article.back), h("h2", {}, incident.title),
    h("p", { class: "note small" }, [incident.place, incident.country && worded("country", incident.country), incident.cause && worded("cause", incident.cause), worded("scope", incident.scope)].filter(Boolean).join(" · "))),
    incidentActors(incident), ...incident.impacts.map((impact) => impactCard(impact, incident)), timeLine(incident), incidentArticles(incident),
    h("p", {}, h("button", { type: "button", onclick: () => { choose("incident", incident.incident_id); show("records"); } }, WORDS.article.only_these))));
  place.scrollTop = 0;
  if (reveal) openPane(view);
}

// Who is said to have done it, who leads first, and with what.
function incidentActors(incident) {
  const actors = incident.actors || [], means = incident.means || [];
  if (!actors.length && !means.length) return null;
  return h("section", { class: "record" }, h("h3", {}, WORDS.table.actor), h("ul", {}, actors.map((one) =>
    h("li", {}, h("b", {}, one.name), " ", h("span", { class: "badge" }, worded("actor_status", one.actor_status)), one.conflict ? h("span", { class: "badge denied" }, WORDS.article.conflict) : null,
      h("p", { class: "note small" }, [one.actor_type && worded("actor_type", one.actor_type), counted("articles", one.voices)].filter(Boolean).join(" · "))))),
    means.length ? h("p", { class: "note small" }, means.map((one) => worded("means", one)).join(", ")) : null);
}

// With its history, unless the time line of the incident tells it.
function impactCard(impact, { timeline }) {
  const conflict = new Set(impact.conflict);
  return h("section", { class: "record impact-card" },
    h("h3", { class: GROUP_OF[impact.impact] }, h("span", { class: "big" }, impact.best === null ? "–" : bestText(impact)), " ", worded("impact", impact.impact)),
    h("p", { class: "badges" }, h("span", { class: "badge" }, bounds(impact.low, impact.high)), h("span", { class: "badge rule" }, worded("best_rule", impact.best_rule)),
      conflict.size ? h("span", { class: "badge denied" }, WORDS.article.conflict) : null),
    timeline ? null : h("h4", {}, WORDS.article.history), timeline ? null : h("ol", { class: "history" }, impact.history.map((one) => reading(one, impact, conflict))));
}

function reading(one, impact, conflict) {
  const record = recordOf(one.doc_id, one.event_id);
  const actor = one.actor && `${one.actor} (${worded("actor_status", one.actor_status)})`;
  const notes = [one.source, actor, worded("certainty", one.certainty), one.toll && worded("toll", one.toll), one.part && WORDS.article.is_part, one.superseded && WORDS.article.superseded,
    one.repeated && WORDS.article.repeated].filter(Boolean);
  const classes = [one.event_id === impact.best_event_id && "best", conflict.has(one.event_id) && "conflict", (one.part || one.superseded || one.repeated) && "aside"].filter(Boolean);
  return h("li", { class: classes.join(" ") || null }, h("time", {}, one.as_of || "…"), " ",
    record ? h("button", { type: "button", class: "link", onclick: () => go("incidents", record) }, one.text) : h("b", {}, one.text), " ", h("span", { class: "note small" }, notes.join(" · ")));
}

function incidentArticles(incident) {
  return h("section", { class: "record-list" }, h("h3", {}, WORDS.article.in_articles), h("ul", {}, [...incident.articles, ...(incident.mentioned || [])].map((one) => {
    const article = ARTICLE_BY_ID.get(one.doc_id);
    const name = one.title || one.doc_id;
    return h("li", {}, article ? h("button", { type: "button", class: "link", onclick: () => { show("documents"); openDocument(article, true); } }, name) : name,
      h("p", { class: "note small" }, [one.published, one.merge_reason, one.copy_of && fill(WORDS.article.copy_of, { name: one.copy_of })].filter(Boolean).join(" · ")));
  })));
}
