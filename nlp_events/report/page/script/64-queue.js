// The queue: some records, as many of each band of confidence, drawn at random, to be judged one after the other.
const BANDS = [0, 0.5, 0.8, SURE, 0.97]; // where each band begins
const SIZES = [10, 20, 50, 100, 200];
const QUEUE = { records: [], size: 20, draws: 0 };

// The number of a record's band; -1 where an earlier version told no confidence.
function bandOf(record) {
  return record.confidence === null ? -1 : BANDS.findLastIndex((least) => record.confidence >= least);
}

// Numbers from 0 to 1 that look random and are the same for the same page and draw.
function chances(seed) {
  let state = [...seed].reduce((sum, char) => (Math.imul(sum, 31) + char.codePointAt(0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list, chance) {
  const found = [...list];
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [found[at], found[other]] = [found[other], found[at]];
  }
  return found;
}

// As many of each band as there are, in turn, until there are enough.
function drawn(records, size, chance) {
  const bands = Object.values(Object.groupBy(records, bandOf)).map((band) => shuffled(band, chance));
  const found = [];
  for (let round = 0; found.length < size && bands.some((band) => band.length > round); round += 1) {
    found.push(...bands.filter((band) => band.length > round).map((band) => band[round]).slice(0, size - found.length));
  }
  return shuffled(found, chance);
}

// Draw among the records that the filters leave and nobody has judged.
function drawQueueAnew() {
  QUEUE.draws += 1;
  QUEUE.records = drawn(shown.filter((record) => !verdictOf(record)), QUEUE.size, chances(`${DATA.key}:${QUEUE.draws}`));
  keepQueue();
  Object.assign(TABLES["table-queue"], { sort: null, at: -1, touched: false });
  drawQueue();
}

function keepQueue() {
  try {
    localStorage.setItem(`${STORE}:queue`, JSON.stringify({ ...QUEUE, records: QUEUE.records.map((one) => [one.article.doc_id, one.event_id]) }));
  } catch {
    // As with judgements.
  }
}

function rememberedQueue() {
  try {
    const kept = JSON.parse(localStorage.getItem(`${STORE}:queue`) || "null");
    if (kept) Object.assign(QUEUE, { size: Number(kept.size) || 20, draws: Number(kept.draws) || 0, records: kept.records.map(([doc, id]) => recordOf(doc, id)).filter(Boolean) });
  } catch {
    // As with judgements, or what was kept is not ours.
  }
}

function drawQueue() {
  if (!TABLES["table-queue"]) {
    const columns = COLUMNS.records.filter((column) => ["figure", "impact", "place", "date", "confidence", "article", "verdict"].includes(column.name));
    const size = h("select", { id: "queue-size", onchange: () => { QUEUE.size = Number(size.value); } }, SIZES.map((one) => h("option", { value: String(one) }, NUMBERS.format(one))));
    size.value = String(QUEUE.size);
    split("queue", columns, WORDS.table.caption_queue, (record, reveal) => openRecord("queue", record, reveal), [
      h("label", { class: "sureness" }, WORDS.judge.size, " ", size), h("button", { type: "button", class: "main", onclick: drawQueueAnew }, WORDS.judge.draw), ...judgementTools("load-queue")]);
    put($("view-queue").querySelector(".bar"), h("p", { class: "note small whole-line", id: "queue-bands" }));
    if (!QUEUE.records.length) return drawQueueAnew();
  }
  fillTable("table-queue", QUEUE.records);
  const judged = QUEUE.records.filter(verdictOf);
  $("count-queue").textContent = fill(WORDS.judge.progress, { n: judged.length, total: QUEUE.records.length });
  const share = estimate(RECORDS.filter(verdictOf));
  $("queue-bands").textContent = [WORDS.judge.queue_note, ...bandShares(judged), share !== null && fill(WORDS.judge.estimate, { share: PERCENT.format(share) })].filter(Boolean).join(" · ");
  return null;
}

// How many of those judged are right, band by band.
function bandShares(judged) {
  const bands = Object.groupBy(judged, bandOf);
  return Object.keys(bands).map(Number).sort((a, b) => b - a).map((band) => fill(WORDS.judge.right_of, {
    band: band < 0 ? WORDS.filters.none : `${PERCENT.format(BANDS[band])}–${PERCENT.format(BANDS[band + 1] ?? 1)}`,
    n: bands[band].filter((one) => verdictOf(one).verdict === "right").length, total: bands[band].length }));
}

// The share of all records that is right, by the judged share of each band and its size; null while a band has no judgement.
function estimate(judged) {
  const bands = Object.groupBy(judged, bandOf), all = Object.groupBy(RECORDS, bandOf);
  if (!judged.length || Object.keys(all).some((band) => !bands[band])) return null;
  const right = (band) => bands[band].filter((one) => verdictOf(one).verdict === "right").length / bands[band].length;
  return Object.keys(all).reduce((sum, band) => sum + right(band) * all[band].length, 0) / RECORDS.length;
}

// After a judgement the next record that has none is opened.
function advance() {
  const { items, at } = TABLES["table-queue"];
  const open = [...items.keys()].filter((index) => !verdictOf(items[index]));
  const next = open.find((index) => index > at) ?? open[0];
  if (next !== undefined) pick("table-queue", next);
  else notice(WORDS.judge.all_done);
}
