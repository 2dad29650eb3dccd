// What is typed becomes a cell, and a cell is said to a reader; as in fields.py, values.py and basis.py.

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;
const PLACES = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 };
const PARTS = { "%": -2, "‰": -3, 百分点: -2, 个百分点: -2 };
const FIGURE = /^(-?[0-9]+(?:\.[0-9]+)?)(万亿|[十百千]?[万亿])?(元|%|‰|个?百分点)?$/;

// Moves the decimal point of a number that is written out, without the error of floating point.
const shift = (number, places) => {
  const sign = number.startsWith("-") ? "-" : "";
  let [whole, part = ""] = number.replace("-", "").split(".");
  if (places >= 0) part = part.padEnd(places, "0");
  else whole = whole.padStart(1 - places, "0");
  const digits = whole + part;
  const point = whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=[0-9])/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return sign + left + (right ? `.${right}` : "");
};

const readNumber = (typed) => {
  const plain = typed.normalize("NFKC").replaceAll("−", "-").replace(/([0-9])[, ](?=[0-9]{3}(?![0-9]))/g, "$1");
  if (NUMBER.test(plain)) return plain;
  const figure = FIGURE.exec(plain);
  if (!figure) throw new Error("a number such as 1068000000, 10.68亿 or 22%");
  return shift(figure[1], (PLACES[figure[2]] ?? 0) + (PARTS[figure[3]] ?? 0));
};

const readMonths = (code) => {
  const match = /^([0-9]{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(code);
  if (!match) throw new Error("a period such as 2023, 2024-H1, 2024-Q1, 2024-08 or 2023-01/2023-05");
  const january = 12 * Number(match[1]);
  const [first, length] = match[2]
    ? [6 * (match[2] - 1), 6]
    : match[3]
      ? [3 * (match[3] - 1), 3]
      : match[4]
        ? [match[4] - 1, 1]
        : [0, 12];
  return [january + first, january + first + length - 1];
};

const writeMonths = (first, last) => {
  const pad = (number, size) => String(number).padStart(size, "0");
  const year = (month) => pad(Math.floor(month / 12), 4);
  const name = (month) => `${year(month)}-${pad((month % 12) + 1, 2)}`;
  const months = last - first + 1;
  if (months === 1) return name(first);
  if (first % 12 === 0 && months % 12 === 0) return months === 12 ? year(first) : `${year(first)}/${year(last)}`;
  for (const [part, length] of [["H", 6], ["Q", 3]]) {
    if (months === length && first % length === 0) return `${year(first)}-${part}${(first % 12) / length + 1}`;
  }
  return `${name(first)}/${name(last)}`;
};

const readPeriod = (typed) => {
  const [begin, end] = typed.includes("/") ? typed.split("/") : [typed, typed];
  const last = readMonths(end)[1];
  if (begin === "..") return typed;
  const first = readMonths(begin)[0];
  if (first > last) throw new Error("a period that does not end before it begins");
  return writeMonths(first, last);
};

const readCode = (field, typed, choices) => {
  if (choices.has(typed)) return typed;
  if (field.extensible && typed.startsWith("new:") && typed.length > 4) return typed;
  const folded = typed.toLowerCase();
  const named = [...choices].filter(([, labels]) => labels.some((label) => label.toLowerCase() === folded));
  if (named.length === 1) return named[0][0];
  const near = [...choices].filter(([code, labels]) => [code, ...labels].some((name) => name.toLowerCase().includes(folded)));
  const hint = near.slice(0, 4).map(([code, labels]) => `${code} ${labels.slice(0, 2).join(" ")}`);
  throw new Error(hint.length ? `a code of the list, such as ${hint.join("; ")}` : "a code of the list");
};

// Returns the cell for what was typed in a field; throws with what was expected.
const readCell = (field, typed, choices) => {
  typed = typed.trim();
  if (typed === "") {
    if (field.optional) return "";
    throw new Error("something: this field may not be empty");
  }
  if (field.form === "code") return readCode(field, typed, choices);
  if (field.form === "number") return readNumber(typed);
  if (field.form === "period") return readPeriod(typed);
  if (field.form === "id" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed)) {
    throw new Error("lower-case words joined by hyphens");
  }
  if (/[\0-\x1f]/.test(typed)) throw new Error("a text without control characters");
  return typed;
};

const sayValue = (cell, unit, ratios) => {
  if (!NUMBER.test(cell)) return cell;
  const [whole, part] = (ratios.includes(unit) ? shift(cell, 2) : cell).split(".");
  const grouped = whole.replace(/\B(?=([0-9]{3})+$)/g, "\u202f") + (part ? `.${part}` : "");
  if (ratios.includes(unit)) return grouped + (unit === "pp" ? " points" : "%");
  return `${grouped} ${unit}`.trim();
};

// As documents print large values: 10.68亿.
const sayShortly = (cell, unit, ratios) => {
  if (!NUMBER.test(cell) || ratios.includes(unit) || Math.abs(Number(cell)) < 10_000) return "";
  return Math.abs(Number(cell)) < 100_000_000 ? `${shift(cell, -4)}万` : `${shift(cell, -8)}亿`;
};

const readBasis = (cell) => {
  const basis = { known: new Map(), remarks: [], edited: [] };
  for (const part of cell.split(";").map((text) => text.trim()).filter(Boolean)) {
    const pair = /^([a-z_]+)=(stated|inherited|inferred)$/.exec(part);
    if (pair) basis.known.set(pair[1], pair[2]);
    else if (part.startsWith("edited: ")) basis.edited.push(...part.slice(8).split(",").map((name) => name.trim()));
    else basis.remarks.push(part);
  }
  return basis;
};

const noteEdit = (cell, column) => {
  const { known, remarks, edited } = readBasis(cell);
  if (!edited.includes(column)) edited.push(column);
  return [...[...known].map(([name, how]) => `${name}=${how}`), ...remarks, `edited: ${edited.join(", ")}`].join("; ");
};
