// The state of the review: proposals as they stand, what was decided, and what can be taken back.

const STORE = `townbook-review:${data.version}`;
const proposals = data.proposals.map((given) => ({ ...given, begun: given.cells, cells: { ...given.cells } }));
const order = data.order;
const steps = [];
let current = -1;
let stored = true;

const tableOf = (number) => data.tables[proposals[number].table];
const isTown = (number) => tableOf(number).id === "town";
const towns = order.filter(isTown);
const lists = Object.fromEntries(Object.entries(data.choices).map(([name, list]) => [name, new Map(list)]));

// The codes that a field may hold; of towns, those that are proposed as well.
const choicesOf = (field) => {
  if (field.choices !== "towns") return lists[field.choices] ?? new Map();
  const proposed = towns.map((number) => proposals[number].cells).map(({ town, en, zh }) => [town, [en, zh]]);
  return new Map([...proposed, ...lists.towns]);
};

// What differs from the file is all that the browser keeps.
const listChanges = () =>
  proposals.flatMap(({ begun, cells }, number) => {
    const changed = Object.entries(cells).filter(([column, cell]) => begun[column] !== cell);
    return changed.length ? [[number, Object.fromEntries(changed)]] : [];
  });

const store = () => {
  try {
    localStorage.setItem(STORE, JSON.stringify(listChanges()));
    stored = true;
  } catch {
    stored = false;
  }
};

const restore = () => {
  try {
    for (const [number, changed] of JSON.parse(localStorage.getItem(STORE)) ?? []) {
      if (proposals[number]) Object.assign(proposals[number].cells, changed);
    }
  } catch {
    stored = false;
  }
};

// Puts new cells in place, number -> cells, as one step that can be taken back.
const change = (changed) => {
  const before = new Map([...changed.keys()].map((number) => [number, proposals[number].cells]));
  if (before.size === 0) return;
  steps.push({ current, before });
  for (const [number, cells] of changed) proposals[number].cells = cells;
  store();
};

const undo = () => {
  const step = steps.pop();
  if (!step) return null;
  for (const [number, cells] of step.before) proposals[number].cells = cells;
  store();
  return step;
};

const edit = (number, column, cell) => {
  const { cells } = proposals[number];
  const renames = column === "town" && isTown(number) && !lists.towns.has(cells.town);
  const numbers = renames ? order.filter((other) => proposals[other].cells.town === cells.town) : [number];
  change(
    new Map(
      numbers.map((other) => {
        const own = proposals[other].cells;
        return [other, { ...own, [column]: cell, basis: noteEdit(own.basis, column) }];
      }),
    ),
  );
  return numbers;
};

const decide = (numbers, decision) =>
  change(new Map(numbers.map((number) => [number, { ...proposals[number].cells, decision }])));

const listSure = (bound) => {
  const sure = order.filter((number) => {
    const { cells } = proposals[number];
    return cells.decision === "" && Number(cells.confidence) >= bound;
  });
  return { chosen: sure.filter((number) => !proposals[number].cautions.length), all: sure.length };
};

const count = (decision) => proposals.filter(({ cells }) => cells.decision === decision).length;

const exportTable = (index) => {
  const { columns } = data.tables[index];
  const rows = proposals.filter(({ table }) => table === index).map(({ cells }) => columns.map((column) => cells[column]));
  return writeCsv([columns, ...rows]);
};

// Takes decisions and edits over from an earlier export; rows are known by what they print and where.
const importTable = (text) => {
  const [header, ...rows] = readCsv(text);
  const index = data.tables.findIndex(({ columns }) => columns.join() === (header ?? []).join());
  if (index < 0) throw new Error("its columns are not those of an export of this page");
  const { columns, id } = data.tables[index];
  const fixed = ["printed", "source", "line", "char_start", "char_end"];
  const keyOf = (cells) => JSON.stringify(fixed.map((column) => cells[column]));
  const waiting = new Map();
  proposals.forEach(({ table, begun }, number) => {
    if (table === index) waiting.set(keyOf(begun), [...(waiting.get(keyOf(begun)) ?? []), number]);
  });
  const changed = new Map();
  let unknown = 0;
  for (const row of rows) {
    const cells = Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ""]));
    const alike = waiting.get(keyOf(cells)) ?? [];
    const number = alike.find((other) => proposals[other].begun[id] === cells[id]) ?? alike[0];
    if (number === undefined || row.length !== columns.length || !["", "accept", "reject"].includes(cells.decision)) {
      unknown += 1;
      continue;
    }
    alike.splice(alike.indexOf(number), 1);
    if (columns.some((column) => proposals[number].cells[column] !== cells[column])) changed.set(number, cells);
  }
  change(changed);
  return { changed: [...changed.keys()], unknown };
};
