// What is shown: the list, one opened proposal with its fields, the counts.

const find = (id) => document.getElementById(id);
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};
const SAID = { accept: "accepted", reject: "rejected", "": "not decided" };
const SHORT = 28;
const MOST_OPTIONS = 150;

const nameOf = (choices, code) => {
  const labels = choicesOf({ choices }).get(code);
  return labels ? [...new Set(labels.slice(0, 2))].filter(Boolean).join(" ") : code;
};

const rows = new Map();

const addRow = (number) => {
  const { cells, quotation } = proposals[number];
  const characters = [...(quotation.head ?? "")];
  const after = [...(quotation.tail ?? "")];
  const button = make(
    "button",
    { type: "button", "aria-expanded": "false", lang: "zh" },
    characters.length > SHORT ? "…" : "",
    characters.slice(-SHORT).join(""),
    make("mark", {}, quotation.figure ?? cells.printed),
    after.slice(0, SHORT).join(""),
    after.length > SHORT ? "…" : "",
  );
  const summary = make(
    "tr",
    { class: "summary" },
    make("td", { class: "confidence" }),
    make("th", { scope: "row" }, button),
    ...["what", "where", "when", "number", "decision"].map((name) => make("td", { class: name })),
  );
  const body = make("tbody", { id: `p${number}` }, summary);
  button.addEventListener("click", () => (number === current ? close() : open(number, { focus: false })));
  rows.set(number, { body, button });
  drawRow(number);
  return body;
};

const drawRow = (number) => {
  const { cells, cautions } = proposals[number];
  const { body } = rows.get(number);
  const cell = (name) => body.querySelector(`.summary .${name}`);
  const town = isTown(number);
  const put = (name, ...parts) => cell(name).replaceChildren(parts.filter(Boolean).join(" · "));
  body.dataset.decision = cells.decision;
  put("confidence", cells.confidence);
  if (town) put("what", "town", `${cells.en} ${cells.zh}`.trim(), nameOf("sectors", cells.sector));
  else put("what", nameOf("indicators", cells.indicator), nameOf("kinds", cells.kind).split(" ")[0]);
  put("where", nameOf("areas", cells.area), cells.tier && nameOf("tiers", cells.tier), !town && cells.town && nameOf("towns", cells.town));
  put("when", town ? cells.since : cells.period);
  const high = cells.value_high ? ` to ${sayValue(cells.value_high, cells.unit, data.ratios)}` : "";
  put("number", town ? "" : sayValue(cells.value, cells.unit, data.ratios) + high);
  put("decision", SAID[cells.decision]);
  if (cautions.length) {
    const mark = make("span", { class: "caution-mark", "aria-hidden": "true" }, "! ");
    cell("what").prepend(mark, make("span", { class: "unseen" }, "carries a caution: "));
  }
};

const drawCounts = () => {
  const [accepted, rejected, left] = ["accept", "reject", ""].map(count);
  find("progress").value = (accepted + rejected) / proposals.length;
  find("counts").textContent = `${accepted} accepted · ${rejected} rejected · ${left} left of ${proposals.length}`;
};

let fading = 0;
const say = (text) => {
  find("status").textContent = stored ? text : `${text} (this browser keeps nothing: export before you leave)`;
  clearTimeout(fading);
  fading = setTimeout(() => find("status").replaceChildren(), 20_000);
};

const drawQuotation = ({ quotation, cells }) => {
  const title = data.titles[cells.source];
  const place = make("p", { class: "quiet" }, `${cells.source}, line ${cells.line}`, title ? ": " : "", make("span", { lang: "zh" }, title ?? ""));
  if (quotation.reason) {
    const printed = make("p", {}, "Printed: ", make("mark", { lang: "zh" }, cells.printed));
    return [place, make("p", { class: "cautions" }, quotation.reason), printed];
  }
  const quiet = (line) => make("p", { class: "quiet" }, line);
  const own = make("p", {}, quotation.head, make("mark", {}, quotation.figure), quotation.tail);
  return [place, make("blockquote", { lang: "zh" }, ...quotation.before.map(quiet), own, ...quotation.after.map(quiet))];
};

// Cautions are those of the proposal as it was made: the page cannot ask again.
const drawCautions = ({ begun, cells, cautions }) => {
  if (!cautions.length) return "";
  const edited = begun.basis !== cells.basis ? make("p", { class: "quiet" }, "Before it was edited:") : "";
  return make("div", { id: "cautions" }, edited, make("ul", { class: "cautions" }, ...cautions.map((text) => make("li", {}, text))));
};

const drawDetail = (number) => {
  const proposal = proposals[number];
  const basis = readBasis(proposal.cells.basis);
  const action = (does, text, key, decision) =>
    make(
      "button",
      { type: "button", "data-does": does, class: decision === proposal.cells.decision ? "chosen" : null },
      `${text} `,
      make("kbd", {}, key),
    );
  const content = make(
    "td",
    { colspan: 7 },
    ...drawQuotation(proposal),
    drawCautions(proposal),
    make("div", { class: "fields" }, ...tableOf(number).fields.map((field) => drawField(number, field, basis))),
    basis.remarks.length ? make("p", { class: "quiet" }, basis.remarks.join("; ")) : "",
    make("div", { class: "bar" }, action("accept", "Accept", "a", "accept"), action("reject", "Reject", "r", "reject"), action("skip", "Skip", "s")),
  );
  rows.get(number).body.querySelector(".detail")?.remove();
  rows.get(number).body.append(make("tr", { class: "detail" }, content));
};

const drawAll = () => {
  for (const number of order) drawRow(number);
  if (current >= 0) drawDetail(current);
  drawCounts();
};

const isShown = (number) => !rows.get(number).body.hidden;

const close = () => {
  if (current < 0) return;
  const { body, button } = rows.get(current);
  body.querySelector(".detail")?.remove();
  body.classList.remove("open");
  button.setAttribute("aria-expanded", "false");
  current = -1;
};

const open = (number, { focus = true, scroll = true } = {}) => {
  close();
  current = number;
  const { body, button } = rows.get(number);
  body.hidden = false;
  body.classList.add("open");
  button.setAttribute("aria-expanded", "true");
  drawDetail(number);
  if (focus) button.focus({ preventScroll: true });
  if (scroll) body.scrollIntoView({ block: "nearest" });
};
