// What the analyst says of the records. It is kept in this browser, if it lets a page keep things, and downloaded as JSON.
const FORMAT = "nlp-events judgements";
const STORE = `nlp-events:${DATA.key}`;
const JUDGED = new Map(); // record → {verdict, changes, note}
const AMENDABLE = {
  impact: "choice", min: "number", max: "number", unit: "choice", modifier: "choice", who: "text", who_category: "option", place: "text",
  country: "text", date: "text", source: "text", source_type: "option", certainty: "choice", cause: "option", scope: "choice",
};

function verdictOf(record) {
  return JUDGED.get(record) || null;
}

function judge(record, verdict, changes = {}, note = "") {
  if (verdict === null) JUDGED.delete(record);
  else JUDGED.set(record, { verdict, changes, note });
  keep();
  say(`${record.text}: ${verdict ? worded("verdict", verdict) : WORDS.judge.none}`);
  refresh();
  redrawPane();
  if (tab === "queue" && verdict !== null) advance();
}

function judgements() {
  return RECORDS.filter(verdictOf).map((record) => {
    const { verdict, changes, note } = verdictOf(record);
    return { doc_id: record.article.doc_id, event_id: record.event_id, text: record.text, verdict, changes, note };
  });
}

function keep() {
  try {
    localStorage.setItem(STORE, JSON.stringify({ judgements: judgements(), missed: allMissed() }));
  } catch {
    // A page from a disk may not be allowed to keep anything; the download still works.
  }
}

function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) || "[]");
    takeIn(Array.isArray(kept) ? kept : kept.judgements); // an earlier version kept no missed figures
    takeInMissed(kept.missed || []);
  } catch {
    // As above, or what was kept is not ours.
  }
}

// Take in judgements; those of other records, or that are none, are left out. Returns [taken, left out].
function takeIn(list) {
  let taken = 0;
  for (const one of list) {
    const record = one && recordOf(one.doc_id, one.event_id);
    if (!record || !Object.hasOwn(WORDS.values.verdict, one.verdict)) continue;
    const changes = Object.fromEntries(Object.entries(one.changes || {}).filter(([name]) => Object.hasOwn(AMENDABLE, name)));
    JUDGED.set(record, { verdict: one.verdict, changes, note: String(one.note || "") });
    taken += 1;
  }
  return [taken, list.length - taken];
}

function saveJudgements() {
  save("judgements.json", "application/json", [JSON.stringify({ format: FORMAT, version: 1, judgements: judgements(), missed: allMissed() }, null, 1), "\n"]);
}

async function loadJudgements(file) {
  let read = null;
  try {
    read = JSON.parse(await file.text());
  } catch {
    // Told below.
  }
  if (read?.format !== FORMAT || !Array.isArray(read.judgements)) return notice(WORDS.download.unreadable);
  const missed = takeInMissed(Array.isArray(read.missed) ? read.missed : []);
  const [taken, skipped] = takeIn(read.judgements).map((n, at) => n + missed[at]);
  keep();
  refresh();
  redrawPane();
  return notice(fill(WORDS.download.loaded, { n: taken, skipped }));
}

function notice(message) {
  say(message);
  for (const place of document.querySelectorAll(".notice")) place.textContent = message;
}

// The buttons under a record.
function judgeButtons(record) {
  const known = verdictOf(record);
  const button = (verdict, label, act) => h("button", { type: "button", class: `verdict ${verdict}`, "aria-pressed": String(known?.verdict === verdict), onclick: act }, label);
  const toggleTo = (verdict) => () => judge(record, known?.verdict === verdict ? null : verdict);
  return h("div", { class: "judge", role: "group", "aria-label": WORDS.judge.title },
    h("span", { class: "question" }, WORDS.judge.title),
    button("right", WORDS.judge.right, toggleTo("right")), button("wrong", WORDS.judge.wrong, toggleTo("wrong")),
    button("amended", known?.verdict === "amended" ? WORDS.judge.amended_done : WORDS.judge.amended, () => amend(record)),
    known?.verdict === "amended" ? h("button", { type: "button", class: "link", onclick: () => judge(record, null) }, WORDS.judge.clear) : null,
    known && (Object.keys(known.changes).length || known.note) ? h("p", { class: "changes" },
      [...Object.entries(known.changes).map(([name, value]) => `${WORDS.slots[name]}: ${worded(name, value)}`), known.note].filter(Boolean).join(" · ")) : null);
}

// A form of the slots that can be amended; only what differs from the record is kept.
async function amend(record) {
  await loadSentences();
  const known = verdictOf(record) || { changes: {}, note: "" };
  const fields = Object.entries(AMENDABLE).map(([name, kind]) => {
    const value = name in known.changes ? known.changes[name] : record[name];
    return h("label", {}, h("span", {}, WORDS.slots[name]), field(name, kind, value));
  });
  const note = h("textarea", { name: "note", rows: "2" });
  note.value = known.note;
  formDialog("amend-title", WORDS.judge.amend_title, [h("p", { class: "note" }, "«", record.sentence, "»"), h("p", { class: "note small" }, WORDS.judge.amend_hint),
    h("div", { class: "fields" }, fields), h("label", { class: "wide" }, h("span", {}, WORDS.judge.note), note)],
  (form) => {
    const changes = {};
    for (const [name, kind] of Object.entries(AMENDABLE)) {
      const value = valueIn(form.elements[name], kind);
      if (value !== record[name]) changes[name] = value;
    }
    if (Object.keys(changes).length || note.value.trim()) judge(record, "amended", changes, note.value.trim());
    return true;
  });
}

// A form that is asked about before it closes: «save» says whether what it holds can be taken.
function formDialog(id, title, parts, save) {
  const form = h("form", { method: "dialog" }, h("h2", { id }, title), parts,
    h("menu", {}, h("button", { type: "button", onclick: () => dialog.close() }, WORDS.judge.cancel), h("button", { type: "submit", class: "main" }, WORDS.judge.save)));
  const dialog = h("dialog", { class: "amend", "aria-labelledby": id, onclose: () => dialog.remove() }, form);
  form.addEventListener("input", () => { for (const one of form.elements) one.setCustomValidity?.(""); });
  form.addEventListener("submit", (event) => { if (!save(form)) event.preventDefault(); });
  document.body.append(dialog);
  dialog.showModal();
}

function field(name, kind, value) {
  if (kind === "number" || kind === "text") {
    const input = h("input", { name, type: kind, ...(kind === "number" ? { min: 0, step: 1 } : {}), ...(name === "country" ? { pattern: "[A-Z]{2}" } : {}),
      ...(name === "date" ? { pattern: "(\\d{4}|XXXX|\\.\\.)[\\d\\-X]*(/(\\.\\.|[\\d\\-]+))?", placeholder: "2016-11-01" } : {}) });
    input.value = value ?? "";
    return input;
  }
  const select = h("select", { name }, kind === "option" ? h("option", { value: "" }, WORDS.filters.none) : null,
    Object.entries(WORDS.values[name]).map(([key, label]) => h("option", { value: key }, label)));
  select.value = value ?? "";
  return select;
}

function valueIn(input, kind) {
  const value = input.value.trim();
  if (value === "") return null;
  return kind === "number" ? Number(value) : value;
}
