// Figures that no record has: the analyst marks their words in an article. They are kept and downloaded with the judgements.
const MISSED = new Map(); // article → [figure]
const NEW_FIGURE = { impact: "killed", unit: "person", modifier: "exact", certainty: "asserted", scope: "event" };

function missedOf(article) {
  return MISSED.get(article) || [];
}

function allMissed() {
  return [...MISSED].sort(([a], [b]) => a.index - b.index).flatMap(([article, figures]) => figures.map((one) => ({ doc_id: article.doc_id, ...one })));
}

function keepMissed(article, figures) {
  MISSED.set(article, [...figures].sort((a, b) => a.start - b.start));
  if (!figures.length) MISSED.delete(article);
  keep();
  refresh();
  redrawPane();
}

// Take in figures; those of articles that are not here are left out. Returns [taken, left out].
function takeInMissed(list) {
  let taken = 0;
  for (const one of list) {
    const article = one && ARTICLE_BY_ID.get(one.doc_id);
    if (!article || !Number.isInteger(one.start) || !Object.hasOwn(WORDS.values.impact, one.impact)) continue;
    const figure = Object.fromEntries(["start", "end", "text", ...Object.keys(AMENDABLE), "note"].map((name) => [name, one[name] ?? null]));
    MISSED.set(article, [...missedOf(article).filter((other) => !isSame(other, figure)), figure]);
    taken += 1;
  }
  return [taken, list.length - taken];
}

function isSame(a, b) {
  return a.start === b.start && a.end === b.end && a.impact === b.impact;
}

function missedList(article) {
  const figures = missedOf(article);
  return figures.length > 0 && h("section", { class: "record-list" }, h("h3", {}, WORDS.judge.missed), h("ul", {}, figures.map((one) => h("li", {},
    h("span", { class: `dot ${GROUP_OF[one.impact]}`, "aria-hidden": "true" }), `${boundsOf(one)} ${worded("impact", one.impact)} `, h("q", {}, one.text), " ",
    h("button", { type: "button", class: "link", onclick: () => keepMissed(article, figures.filter((other) => other !== one)) }, WORDS.judge.clear)))));
}

// The words that are marked in the article of a tab, as {start, end, text} in code points of the article; null where none are.
function markedWords() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const [first, last] = [range.startContainer, range.endContainer].map((node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".piece"));
  if (!first || first !== last) return null;
  const before = document.createRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const written = range.toString(), text = written.trim();
  if (!text) return null;
  const start = Number(first.dataset.at) + Array.from(before.toString()).length + Array.from(written.slice(0, written.indexOf(text))).length;
  return { start, end: start + Array.from(text).length, text };
}

// Where words stand that were typed instead of marked; null where the article does not have them.
function placeOfWords(article, words) {
  for (const [at, piece] of article.body.pieces) {
    const found = words ? piece.indexOf(words) : -1;
    if (found >= 0) {
      const start = at + lengthOf(piece.slice(0, found));
      return { start, end: start + lengthOf(words), text: words };
    }
  }
  return null;
}

// The first number that is written in digits, «20 000» and «1.200» too; null where there is none.
function numberIn(text) {
  const found = text.match(/\d{1,3}(?:[\s.\u00a0\u202f]\d{3})+(?!\d)|\d+/);
  return found ? Number(found[0].replace(/\D/g, "")) : null;
}

// A form for a figure: of what is to review, of the words that are marked, or of words that are typed in it.
function addMissed(article, offer = null) {
  const place = offer ? { start: offer.start, end: offer.end, text: offer.text } : markedWords();
  const number = place && numberIn(place.text);
  const told = { ...NEW_FIGURE, min: number, max: number, ...(offer || {}) };
  const typed = h("input", { name: "text", type: "text", required: true, readonly: place !== null, placeholder: WORDS.judge.words_hint });
  typed.value = place ? place.text : "";
  const fields = Object.entries(AMENDABLE).map(([name, kind]) => h("label", {}, h("span", {}, WORDS.slots[name]), field(name, kind, told[name])));
  const note = h("textarea", { name: "note", rows: "2" });
  formDialog("missed-title", WORDS.judge.add_missed, [h("p", { class: "note small" }, WORDS.judge.missed_about),
    h("label", { class: "wide" }, h("span", {}, WORDS.judge.words), typed), h("div", { class: "fields" }, fields), h("label", { class: "wide" }, h("span", {}, WORDS.judge.note), note)],
  (form) => {
    const at = place || placeOfWords(article, typed.value.trim());
    const values = Object.fromEntries(Object.entries(AMENDABLE).map(([name, kind]) => [name, valueIn(form.elements[name], kind)]));
    typed.setCustomValidity(at ? "" : WORDS.judge.not_there);
    form.elements.min.setCustomValidity(values.min === null && values.max === null ? WORDS.judge.no_number : "");
    form.elements.max.setCustomValidity(values.min !== null && values.max !== null && values.min > values.max ? WORDS.judge.bad_range : "");
    if (!form.reportValidity()) return false;
    if (values.modifier === "exact" && values.min !== values.max) values.modifier = values.min === null ? "at_most" : values.max === null ? "at_least" : "range";
    const figure = { ...at, ...values, note: note.value.trim() || null };
    keepMissed(article, [...missedOf(article).filter((other) => !isSame(other, figure)), figure]);
    say(`${WORDS.judge.missed}: ${figure.text}`);
    return true;
  });
}

// A button beside the words that are marked in an article.
function startMarking() {
  const button = h("button", { type: "button", id: "mark-missed", class: "main", hidden: true, onclick: () => { button.hidden = true; if (PANES[tab]) addMissed(PANES[tab].article); } }, "+ ", WORDS.judge.add_missed);
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay marked
  document.body.append(button);
  document.addEventListener("selectionchange", () => {
    button.hidden = !markedWords();
    if (button.hidden) return;
    const at = getSelection().getRangeAt(0).getBoundingClientRect(), own = button.getBoundingClientRect();
    button.style.left = `${Math.max(6, Math.min(innerWidth - own.width - 6, at.left))}px`;
    button.style.top = `${at.bottom + own.height + 12 < innerHeight ? at.bottom + 6 : Math.max(4, at.top - own.height - 6)}px`;
  });
  document.addEventListener("scroll", () => { button.hidden = true; }, { capture: true, passive: true });
}
