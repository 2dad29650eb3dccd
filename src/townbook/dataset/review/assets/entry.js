// One field of an opened proposal: a list to choose from where there is one, else a line to type in.

const drawControl = (field, cell, id) => {
  const choices = choicesOf(field);
  const typed = make("input", { id, autocomplete: "off", spellcheck: "false", inputmode: field.form === "number" ? "decimal" : null });
  typed.value = cell;
  if (field.form === "code" && choices.size <= MOST_OPTIONS) {
    const codes = [...(field.optional ? [""] : []), ...(cell && !choices.has(cell) ? [cell] : []), ...choices.keys()];
    const name = (code) => (code ? [...new Set([code, ...(choices.get(code) ?? []).slice(0, 2)])].filter(Boolean).join(" · ") : "none");
    const select = make("select", { id }, ...codes.map((code) => make("option", { value: code }, name(code))));
    if (field.extensible) select.append(make("option", { value: "new:" }, "new: …"));
    select.value = cell;
    return select;
  }
  if (choices.size) {
    const list = `list-${field.choices}`;
    typed.setAttribute("list", list);
    if (field.choices === "towns") find(list)?.remove();
    if (!find(list)) {
      const options = [...choices].map(([code, labels]) => make("option", { value: code }, labels.slice(0, 2).join(" ")));
      document.body.append(make("datalist", { id: list }, ...options));
    }
  }
  return typed;
};

const drawHow = (column, basis) => {
  const how = basis.edited.includes(column) ? "edited" : basis.known.get(column);
  return make("span", { class: "how", "data-how": how }, how);
};

const drawField = (number, field, basis) => {
  const { cells } = proposals[number];
  const id = `f-${field.column}`;
  const head = make("label", { for: id }, `${field.title} `, drawHow(field.column, basis));
  const note = make("span", { id: `${id}-note`, class: "meaning" }, sayMeaning(field, cells));
  const control = drawControl(field, cells[field.column], id);
  control.setAttribute("aria-describedby", note.id);
  control.addEventListener("change", () => enter(number, field, control, note));
  return make("div", { class: "field" }, head, control, note);
};

const sayMeaning = (field, cells) => {
  const cell = cells[field.column];
  if (!cell) return "";
  if (field.form === "number") {
    return [sayValue(cell, cells.unit, data.ratios), sayShortly(cell, cells.unit, data.ratios)].filter(Boolean).join(" = ");
  }
  if (field.form === "code" && choicesOf(field).size > MOST_OPTIONS) return nameOf(field.choices, cell);
  return field.choices === "towns" ? nameOf("towns", cell).replace(cell, "") : "";
};

const enter = (number, field, control, note) => {
  if (control.value === "new:" && control.tagName === "SELECT") {
    const typed = make("input", { id: control.id, autocomplete: "off", "aria-describedby": note.id });
    typed.value = "new:";
    typed.addEventListener("change", () => enter(number, field, typed, note));
    control.replaceWith(typed);
    typed.focus();
    return;
  }
  const before = proposals[number].cells[field.column];
  let cell;
  try {
    cell = readCell(field, control.value, choicesOf(field));
  } catch (error) {
    control.setAttribute("aria-invalid", "true");
    note.className = "wrong";
    note.textContent = `expected ${error.message}; ${field.column} stays ${before || "empty"}`;
    say(`${field.title} was not changed: expected ${error.message}`);
    return;
  }
  control.removeAttribute("aria-invalid");
  control.value = cell;
  if (cell === before) return refresh(number);
  const numbers = edit(number, field.column, cell);
  for (const other of numbers) drawRow(other);
  refresh(number);
  const wherever = numbers.length > 1 ? `, in ${numbers.length} proposals` : "";
  say(`${field.title}: ${before || "none"} → ${cell || "none"}${wherever}`);
};

// Says anew what the fields of an opened proposal mean, without moving the keyboard's focus.
const refresh = (number) => {
  if (number !== current) return;
  const proposal = proposals[number];
  const basis = readBasis(proposal.cells.basis);
  for (const field of tableOf(number).fields) {
    const control = find(`f-${field.column}`);
    if (control.getAttribute("aria-invalid")) continue;
    const note = find(`f-${field.column}-note`);
    note.className = "meaning";
    note.textContent = sayMeaning(field, proposal.cells);
    control.closest(".field").querySelector(".how").replaceWith(drawHow(field.column, basis));
  }
  find("cautions")?.replaceWith(drawCautions(proposal));
};
