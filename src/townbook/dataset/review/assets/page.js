// What a reader can do on the page, by key or by button.

const next = (from, step, wanted) => {
  const place = order.indexOf(from);
  for (let moved = 1; moved <= order.length; moved += 1) {
    const at = place + step * moved;
    if (!wanted && (at < 0 || at >= order.length)) return null;
    const number = order[(at + 2 * order.length) % order.length];
    if (isShown(number) && (!wanted || wanted(number))) return number;
  }
  return null;
};
const isLeft = (number) => proposals[number].cells.decision === "";

const settle = (decision) => {
  if (current < 0) return say("open a proposal first: n");
  const number = current;
  decide([number], decision);
  drawRow(number);
  drawCounts();
  const following = next(number, 1, isLeft);
  filter();
  if (following === null) {
    open(number);
    say(count("") ? "None of those shown is left to decide." : "Every proposal is decided: export them.");
  } else {
    open(following);
    const { cells, begun, cautions } = proposals[number];
    const refused = decision === "accept" && cautions.length && cells.basis === begun.basis;
    say(`${SAID[decision]}: ${cells.printed}${refused ? "; townbook accept will refuse it as it stands, u takes back" : ""}`);
  }
};

const move = (step) => {
  const number = current < 0 ? order.find(isShown) : next(current, step);
  if (number === null || number === undefined) say(step > 0 ? "This is the last." : "This is the first.");
  else open(number);
};

const takeBack = () => {
  const step = undo();
  if (!step) return say("Nothing to take back since the page was opened.");
  drawAll();
  filter();
  if (step.current >= 0) open(step.current);
  say("Taken back.");
};

const skip = () => {
  const number = next(current < 0 ? order.at(-1) : current, 1, (other) => isLeft(other) && other !== current);
  if (number === null) say("No other is left to decide.");
  else open(number);
};

const askSure = () => {
  countSure();
  find("sure").showModal();
};

const countSure = () => {
  const { chosen, all } = listSure(find("bound").valueAsNumber);
  const kept = all - chosen.length;
  find("sure-count").textContent = `${chosen.length} will be accepted${kept ? `; ${kept} more carry a caution and stay` : ""}.`;
  find("sure-accept").disabled = chosen.length === 0;
};

const acceptSure = () => {
  if (find("sure").returnValue !== "accept") return;
  const { chosen } = listSure(find("bound").valueAsNumber);
  decide(chosen, "accept");
  drawAll();
  filter();
  say(`${chosen.length} accepted; u takes all of them back.`);
};

const save = (index) => {
  const { name } = data.tables[index];
  const link = make("a", { href: URL.createObjectURL(new Blob([exportTable(index)], { type: "text/csv" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(`${name} is in your downloads: put it in place of ${data.folder}/${name}; then townbook accept ${data.file}`);
};

const bring = async () => {
  const [file] = find("brought").files;
  find("brought").value = "";
  if (!file) return;
  try {
    const { changed, unknown } = importTable(await file.text());
    drawAll();
    filter();
    say(`${changed.length} proposals taken over${unknown ? `; ${unknown} rows are not of this page and were left out` : ""}.`);
  } catch (error) {
    say(`${file.name} was not taken over: ${error.message}.`);
  }
};

const filter = () => {
  const wanted = new FormData(find("filters"));
  const below = wanted.get("confidence") === "" ? 2 : Number(wanted.get("confidence"));
  let shown = 0;
  for (const number of order) {
    const { cells } = proposals[number];
    const fits =
      (wanted.get("decision") === "all" || wanted.get("decision") === cells.decision) &&
      Number(cells.confidence) < below &&
      (wanted.get("indicator") === "" || wanted.get("indicator") === (isTown(number) ? "towns" : `=${cells.indicator}`)) &&
      (wanted.get("source") === "" || wanted.get("source") === cells.source);
    rows.get(number).body.hidden = !fits;
    if (!fits && number === current) close();
    shown += fits;
  }
  find("shown").textContent = `${shown} of ${order.length} shown`;
};

const DOES = {
  accept: () => settle("accept"),
  reject: () => settle("reject"),
  edit: () => (current < 0 ? move(1) : document.querySelector(".detail .field :is(input, select)").focus()),
  skip,
  undo: takeBack,
  sure: askSure,
  next: () => move(1),
  previous: () => move(-1),
  help: () => find("help").showModal(),
  bring: () => find("brought").click(),
};
const KEYS = { a: "accept", r: "reject", e: "edit", s: "skip", u: "undo", A: "sure", n: "next", p: "previous", "?": "help" };

const fillFilters = () => {
  const filters = find("filters").elements;
  const list = (column) => [...new Set(proposals.map(({ cells }) => cells[column]).filter(Boolean))].sort();
  filters.indicator.append(...list("indicator").map((code) => make("option", { value: `=${code}` }, nameOf("indicators", code))));
  if (towns.length) filters.indicator.append(make("option", { value: "towns" }, "(new towns and names)"));
  filters.source.append(...list("source").map((code) => make("option", { value: code }, code)));
};

const begin = () => {
  restore();
  find("file").textContent = data.file;
  fillFilters();
  data.tables.forEach(({ name }, index) => {
    if (!proposals.some(({ table }) => table === index)) return;
    const button = make("button", { type: "button", class: "export", "data-table": index }, `Export ${name}`);
    find("files").prepend(button);
  });
  find("list").append(...order.map(addRow));
  drawCounts();
  filter();
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.does) DOES[button.dataset.does]();
    else if (button?.dataset.table) save(Number(button.dataset.table));
  });
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const writing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (writing && event.key === "Escape" && current >= 0) rows.get(current).button.focus();
    if (writing || event.ctrlKey || event.altKey || event.metaKey || !find("keys").checked) return;
    if (!KEYS[event.key]) return;
    event.preventDefault();
    DOES[KEYS[event.key]]();
  });
  find("filters").addEventListener("input", filter);
  find("filters").addEventListener("reset", () => setTimeout(filter));
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("brought").addEventListener("change", bring);
  find("bound").addEventListener("input", countSure);
  find("sure").addEventListener("close", acceptSure);
  const first = order.find(isLeft);
  if (first === undefined) say("Every proposal is decided: export them.");
  else open(first, { focus: false, scroll: false });
};

begin();
