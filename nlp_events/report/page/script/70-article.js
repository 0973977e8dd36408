// The article beside the table: its text with names, dates, figures, and the evidence of the chosen record.
const LAYERS = { figures: true, entities: false, dates: false };
const PLAIN_SLOTS = ["who", "place", "date", "source", "certainty", "cause", "actor", "actor_type", "actor_status", "means", "scope", "toll", "flow"];
const PANES = {}; // view → {article, record, offer}: what is shown beside its table, to draw it again

function redrawPane() {
  const pane = PANES[tab];
  if (pane) drawPane(tab, pane.article, pane.record, { still: true, offer: pane.offer });
}

// What is asked for while its article is unpacked is drawn when that is there, if nothing else was asked for meanwhile.
function drawPane(view, article, record, { still = false, offer = null } = {}) {
  const pane = PANES[view] = { article, record, offer };
  if (article.body) drawArticle(view, pane, still);
  else loadBody(article).then(() => { if (PANES[view] === pane) drawArticle(view, pane, still); });
}

function drawArticle(view, { article, record, offer }, still) {
  const place = $(`view-${view}`).querySelector(".pane");
  const at = [".about", ".article"].map((name) => place.querySelector(name)?.scrollTop || 0);
  const focused = place.contains(document.activeElement) ? document.activeElement.className : null;
  const body = article.error !== null ? [failedNote(article)] : [record ? recordCard(record, view) : offer ? offerCard(offer) : recordList(article, view), missedList(article)];
  place.replaceChildren(...[h("div", { class: "about" }, paneHead(view, article), body), article.error === null ? [layerChoice(article), articleText(article, record, view, offer)] : []].flat());
  const [about, text] = [place.querySelector(".about"), place.querySelector(".article")];
  if (still) {
    about.scrollTop = at[0];
    if (text) text.scrollTop = at[1];
    if (focused) [...place.querySelectorAll("button")].find((one) => one.className === focused)?.focus({ preventScroll: true });
  } else if (text) {
    const mark = text.querySelector(".chosen-figure, .offered");
    text.scrollTop = mark ? mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3 : 0;
    place.scrollTop = 0;
  }
}

function paneHead(view, article) {
  return h("header", { class: "pane-head" },
    h("button", { type: "button", class: "back", onclick: () => closePane(view) }, "← ", WORDS.article.back),
    h("h2", {}, article.title || article.line || article.doc_id),
    h("p", { class: "note small" }, h("span", { class: "id" }, article.doc_id), " · ",
      article.published ? fill(WORDS.article.published, { date: dayName(article.published) }) : WORDS.article.unpublished),
    h("div", { class: "walk" }, h("button", { type: "button", "aria-keyshortcuts": "k", onclick: () => step(-1) }, "↑ ", WORDS.article.previous),
      h("button", { type: "button", "aria-keyshortcuts": "j", onclick: () => step(1) }, "↓ ", WORDS.article.next)));
}

function failedNote(article) {
  return h("section", { class: "failed-note" }, h("h3", {}, WORDS.article.failed), h("p", {}, h("b", {}, worded("status", article.status))), h("p", {}, article.error));
}

function recordCard(record, view) {
  const rows = PLAIN_SLOTS.filter((slot) => slotText(record, slot)).map((slot) => [
    h("dt", {}, WORDS.slots[slot]), h("dd", record.evidence[slot] ? { title: record.evidence[slot].rule } : {}, slotText(record, slot), quote(record, slot), slotSure(record, slot))]);
  return h("section", { class: "record" },
    h("h3", { class: GROUP_OF[record.impact] }, h("span", { class: "big" }, boundsOf(record)), " ", worded("impact", record.impact)),
    h("p", { class: "badges" }, h("span", { class: `badge ${record.certainty}` }, worded("certainty", record.certainty)),
      h("span", { class: "badge" }, worded("modifier", record.modifier)), sureBadge(record.confidence), h("span", { class: "badge rule" }, WORDS.article.rule, " ", h("code", {}, record.rule))),
    h("dl", {}, rows, links(record, view)), judgeButtons(record));
}

// How sure a slot is, where that is told.
function slotSure(record, slot) {
  const sure = sureness(record[`${slot}_confidence`]);
  return sure && h("span", { class: "note small", title: WORDS.article.confidence_note }, ` · ${sure}`);
}

// What would be a record if it were surer.
function offerCard(offer) {
  return h("section", { class: "record" },
    h("h3", { class: GROUP_OF[offer.impact] }, h("span", { class: "big" }, boundsOf(offer)), " ", worded("impact", offer.impact)),
    h("p", { class: "badges" }, h("span", { class: "badge" }, worded("modifier", offer.modifier)), sureBadge(offer.confidence),
      h("span", { class: "badge rule" }, WORDS.article.rule, " ", h("code", {}, offer.rule))),
    h("dl", {}, offer.who && [h("dt", {}, WORDS.slots.who), h("dd", {}, offer.who)], h("dt", {}, WORDS.slots.trigger), h("dd", {}, offer.trigger)),
    h("p", { class: "note" }, worded("reason", offer.reason)),
    h("p", {}, h("button", { type: "button", onclick: () => addMissed(offer.article, offer) }, WORDS.judge.is_one)));
}

function slotText(record, slot) {
  if (slot === "place") {
    const role = record.place_role !== "event" && record.place_role && worded("place_role", record.place_role);
    const precision = record.place_precision !== "settlement" && record.place_precision && worded("place_precision", record.place_precision);
    const known = [role, precision].filter(Boolean).join(", ");
    return placeOf(record) && [placeOf(record), known && `(${known})`].filter(Boolean).join(" ");
  }
  if (slot === "source") {
    const canonical = record.source_canonical !== record.source && record.source_canonical;
    const known = [canonical, record.source_type && worded("source_type", record.source_type)].filter(Boolean).join(", ");
    return record.source && [record.source, known && `(${known})`].filter(Boolean).join(" ");
  }
  if (slot === "who") return record.who && [record.who, record.who_category && `(${worded("who_category", record.who_category)})`].filter(Boolean).join(" ");
  if (slot === "certainty") return record.evidence.certainty && record.evidence.certainty.span ? worded(slot, record.certainty) : "";
  return record[slot] === null ? "" : worded(slot, record[slot]);
}

// The words that a slot was filled from, where they say more than the slot.
function quote(record, slot) {
  const place = record.evidence[slot] && record.evidence[slot].span;
  const words = place && sliceOf(record.article, place);
  return words && words !== record[slot] ? h("q", {}, words) : null;
}

function sliceOf(article, [start, end]) {
  const piece = article.body.pieces.find(([at, text]) => at <= start && end <= at + lengthOf(text));
  return piece ? cut(piece[1])(start - piece[0], end - piece[0]) : "";
}

function links(record, view) {
  const to = (target) => h("button", { type: "button", class: "link", onclick: () => go(view, target) }, `${boundsOf(target)} ${worded("impact", target.impact)}`);
  const line = (name, targets) => (targets.length ? [h("dt", {}, WORDS.article[name]), h("dd", {}, targets.map((one) => [to(one), " "]))] : []);
  const other = (id) => [id && recordOf(record.article.doc_id, id)].filter(Boolean);
  const parts = record.article.records.filter((one) => one.part_of === record.event_id);
  const told = incidentsOf(record).map((id) => INCIDENTS.find((one) => one.incident_id === id));
  return [...line("part_of", other(record.part_of)), ...line("supersedes", other(record.supersedes)), ...line("parts", parts),
    ...(told.length ? [h("dt", {}, WORDS.article.incident), h("dd", {}, told.map((one) => h("button", { type: "button", class: "link", onclick: () => openIncident(one) }, one.title)))] : [])];
}

function recordList(article, view) {
  const offers = offerList(article, view);
  if (!article.records.length) return [h("p", { class: "note" }, WORDS.article.no_records), offers];
  return [h("section", { class: "record-list" }, h("h3", {}, WORDS.article.records), h("ul", {}, article.records.map((record) => h("li", {},
    h("button", { type: "button", class: "link", onclick: () => go(view, record) }, h("span", { class: `dot ${GROUP_OF[record.impact]}`, "aria-hidden": "true" }), `${boundsOf(record)} ${worded("impact", record.impact)}`),
    " ", h("span", { class: "note small" }, [placeOf(record), record.date, sureness(record.confidence)].filter(Boolean).join(" · ")))))), offers];
}

function offerList(article, view) {
  const offers = OFFERS.filter((one) => one.article === article);
  return offers.length > 0 && h("section", { class: "record-list" }, h("h3", {}, WORDS.page.review), h("ul", {}, offers.map((one) => h("li", {},
    h("button", { type: "button", class: "link", onclick: () => openOffer(view, one, true) }, `${boundsOf(one)} ${worded("impact", one.impact)}`), " ", h("span", { class: "note small" }, sureness(one.confidence))))));
}

function layerChoice(article) {
  return h("div", { class: "article-tools" }, layers(), h("button", { type: "button", class: "add-missed", "aria-keyshortcuts": "m", title: WORDS.judge.missed_hint, onclick: () => addMissed(article) }, "+ ", WORDS.judge.add_missed));
}

function layers() {
  return h("fieldset", { class: "layers" }, h("legend", {}, WORDS.article.layers), Object.keys(LAYERS).map((layer) => h("label", {},
    h("input", { type: "checkbox", checked: LAYERS[layer], onchange: (event) => { LAYERS[layer] = event.target.checked; redrawPane(); } }), h("span", { class: `key ${layer}` }, WORDS.article[layer]))));
}

function lengthOf(text) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
}

// Cut by code points, as offsets count; most texts have no character of two units, where code units are the same.
function cut(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

function articleText(article, record, view, offer) {
  const { body } = article;
  const spans = spansOf(article, body, record);
  if (offer) spans.push({ start: offer.start, end: offer.end, kind: "offered" });
  const text = h("div", { class: "text", lang: "fr", dir: "auto" });
  body.pieces.forEach(([at, piece], index) => {
    if (index) put(text, h("p", { class: "omitted" }, "[…]"));
    put(text, h("span", { class: "piece", "data-at": at }, marked(piece, at, spans, record, view)));
  });
  return h("section", { class: "article", tabindex: "0", "aria-label": WORDS.table.article }, body.whole ? null : h("p", { class: "note small" }, WORDS.article.sentence_only), text);
}

function spansOf(article, body, record) {
  const spans = body.related.map(([start, end]) => ({ start, end, kind: "related" }));
  if (LAYERS.entities) for (const [start, end, label, canonical] of body.entities) spans.push({ start, end, kind: "entity", label, title: `${WORDS.labels[label] || label}: ${canonical}` });
  if (LAYERS.dates) for (const [start, end, value] of body.dates) spans.push({ start, end, kind: "date", title: value });
  for (const one of missedOf(article)) spans.push({ start: one.start, end: one.end, kind: "missed", title: WORDS.judge.missed });
  if (LAYERS.figures) for (const one of article.records) for (const [start, end] of one.mentions) spans.push({ start, end, kind: "figure", record: one });
  if (record) for (const [slot, { span }] of Object.entries(record.evidence)) if (span) spans.push({ start: span[0], end: span[1], kind: "evidence", slot });
  if (record) spans.push({ start: record.start, end: record.end, kind: "chosen" });
  return spans;
}

// A piece of the text, cut where any span begins or ends; neighbours of the same figure stand in one element.
function marked(piece, at, spans, record, view) {
  const slice = cut(piece), length = lengthOf(piece);
  const inside = spans.map((span) => ({ ...span, start: span.start - at, end: span.end - at })).filter((span) => span.start < length && span.end > 0 && span.start < span.end);
  const edges = [...new Set([0, length, ...inside.flatMap((span) => [Math.max(0, span.start), Math.min(length, span.end)])])].sort((a, b) => a - b);
  const shownNodes = [];
  let open = null;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [start, end] = [edges[index], edges[index + 1]];
    const here = inside.filter((span) => span.start <= start && end <= span.end);
    const figures = here.filter((span) => span.kind === "figure").map((span) => span.record);
    const node = stretch(slice(start, end), here, end);
    const key = figures.map((one) => one.index).join();
    if (!key) { open = null; shownNodes.push(node); continue; }
    if (!open || open.key !== key) {
      open = { key, element: figureMark(figures, record, view) };
      shownNodes.push(open.element);
    }
    open.element.append(node);
  }
  return shownNodes;
}

function stretch(text, here, end) {
  if (!here.length) return put(document.createDocumentFragment(), text);
  const slots = here.filter((span) => span.kind === "evidence");
  const ending = slots.filter((span) => span.end === end).map((span) => WORDS.slots[span.slot] || span.slot);
  const classes = [...new Set(here.map((span) => (span.kind === "entity" ? `entity ${span.label}` : span.kind)))];
  return h("span", { class: classes.join(" ").replace("chosen", "chosen-figure"), title: here.map((span) => span.title).filter(Boolean).map(plain).join(" · ") || null,
    "data-slots": slots.map((span) => span.slot).join(" ") || null, "data-label": ending.join(" + ") || null }, text);
}

function figureMark(figures, record, view) {
  const next = figures[(figures.indexOf(record) + 1) % figures.length]; // one phrase can be the figure of several records
  const act = () => getSelection().isCollapsed && go(view, next); // who marks words opens nothing
  const label = figures.map((one) => `${boundsOf(one)} ${worded("impact", one.impact)}`).join(", ");
  return h("mark", { class: figures.includes(record) ? "chosen" : null, role: "button", tabindex: "0", title: label, "data-event": figures.map((one) => one.event_id).join(" "),
    onclick: act, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } } });
}
