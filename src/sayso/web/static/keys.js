// Keys: those that links and buttons name in data-key ("?", "g e"), unless somebody is typing. Pages read without it.
(() => {
  "use strict";
  let before = "";
  const typing = (el) => el.closest("input:not([type=range],[type=checkbox],[type=radio]), textarea, select, [contenteditable]");
  const open = (id) => document.getElementById(id)?.showModal();
  const act = (keys) => {
    const one = [...document.querySelectorAll("[data-key]")].find((el) => el.dataset.key === keys && !el.disabled);
    if (!one) return false;
    if (one.dataset.opens) open(one.dataset.opens);
    else if (one.matches("input:not([type=submit]), textarea, select")) one.focus();
    else one.click();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    const both = before ? `${before} ${event.key}` : "";
    before = "";
    if ((both && act(both)) || act(event.key)) return event.preventDefault();
    if (event.key === "/") {
      const first = document.querySelector("main input:not([type=hidden]), main textarea");
      if (first) { event.preventDefault(); first.focus(); }
    } else if (event.key === "g") before = "g";
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) open(opener.dataset.opens);
  });
  for (const range of document.querySelectorAll("[data-range]")) {
    const field = document.getElementById(range.dataset.range);
    range.addEventListener("input", () => { field.value = range.value; });
    range.addEventListener("change", () => range.form.requestSubmit());
  }
  for (const one of document.querySelectorAll("[data-opens][hidden]")) one.hidden = false;
})();
