// Judging by keyboard, and words marked in a report put into the field that waits for them. Forms work without it.
(() => {
  "use strict";
  const AROUND = 64;
  const items = () => [...document.querySelectorAll(".item")];
  let met = null;  // the item that was worked on last: Escape leaves its field, and its keys go on working
  document.addEventListener("focusin", (event) => { met = event.target.closest?.(".item") || met; });
  const current = () => document.activeElement?.closest(".item") || met || document.querySelector(".item:target");
  const go = (item) => { if (item) { item.focus({ preventScroll: true }); item.scrollIntoView({ block: "nearest" }); } };
  const walk = (by) => {
    const all = items();
    const at = all.indexOf(current());
    go(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
  };
  let before = "";
  document.addEventListener("keydown", (event) => {
    const last = before;
    before = event.key;
    if (event.defaultPrevented || last === "g" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select") || document.querySelector("dialog[open]")) return;
    if (event.key === "j") { walk(1); return event.preventDefault(); }
    if (event.key === "k") { walk(-1); return event.preventDefault(); }
    const item = current() || (items().length === 1 ? items()[0] : null);
    const one = item?.querySelector(`[data-do="${CSS.escape(event.key)}"]`);
    if (!one) return;
    event.preventDefault();
    if (one.matches("input, textarea")) one.focus(); else one.click();
  });
  // After a decision the page opens again at the place of the entry: the next one stands there now.
  const wanted = location.hash.slice(1);
  if (wanted.startsWith("at")) go(document.getElementById(wanted) || items().at(-1));

  const text = document.querySelector(".source-text");
  if (!text) return;
  let field = document.querySelector("[data-marks]");
  document.addEventListener("focusin", (event) => { if (event.target.matches?.("[data-marks]")) field = event.target; });
  const hidden = (name, value) => {
    const form = field.form;
    const one = form.elements.namedItem(name) || Object.assign(document.createElement("input"), { type: "hidden", name });
    one.value = value;
    form.append(one);
  };
  const part = (node, offset, toEnd) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    if (toEnd) range.setStart(node, offset); else range.setEnd(node, offset);
    return range.toString();
  };
  const take = () => {
    const chosen = getSelection();
    if (!field || !chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const exact = range.toString();
    if (!exact.trim()) return;
    field.value = exact.replace(/\s+/g, " ").trim();
    hidden(`${field.name}_before`, part(range.startContainer, range.startOffset, false).slice(-AROUND));
    hidden(`${field.name}_after`, part(range.endContainer, range.endOffset, true).slice(0, AROUND));
  };
  text.addEventListener("mouseup", take);
  text.addEventListener("keyup", take);
  text.addEventListener("touchend", () => setTimeout(take, 50));
  for (const one of document.querySelectorAll("[data-marks]")) one.addEventListener("input", () => {
    field = one;  // typed words are looked for without what stood around those marked before
    for (const end of ["before", "after"]) one.form.elements.namedItem(`${one.name}_${end}`)?.remove();
  });
})();
