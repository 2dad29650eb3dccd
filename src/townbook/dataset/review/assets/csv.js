// Tables as comma-separated text (RFC 4180), every cell kept exactly as it is.

const writeCsv = (rows) =>
  rows.map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",") + "\r\n").join("");

const readCsv = (text) => {
  const rows = [];
  let row = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  };
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      let end = at;
      do {
        const next = text.indexOf('"', end + 1);
        if (next < 0) throw new Error("a quoted cell is never closed");
        cell += (end === at ? "" : '"') + text.slice(end + 1, next);
        end = next + 1;
      } while (text[end] === '"');
      at = end;
    } else {
      const end = text.slice(at).search(/[,\r\n]/);
      cell = end < 0 ? text.slice(at) : text.slice(at, at + end);
      at += cell.length;
    }
    row.push(cell);
    if (text[at] === ",") {
      at += 1;
      if (at === text.length || /[\r\n]/.test(text[at])) row.push("");
    }
    if (at === text.length || /[\r\n]/.test(text[at])) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      endRow();
    } else if (text[at - 1] !== ",") throw new Error("a quoted cell goes on after its closing quote");
  }
  return rows;
};
