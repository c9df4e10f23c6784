/* Choosing findings: what is open stays open, and the place on the page stays in sight. */
"use strict";
(() => {
  let before = null;

  document.addEventListener("htmx:beforeSwap", () => {
    const focused = document.activeElement;
    const list = focused?.closest(".nm-agenda__kinds");
    before = {
      open: [...document.querySelectorAll(".nm-agenda__kinds[open]")].map((each) => each.id),
      list: list && { id: list.id, top: list.getBoundingClientRect().top, place: [...list.querySelectorAll("input")].indexOf(focused) },
    };
  });

  document.addEventListener("htmx:afterSettle", () => {
    if (!before) return;
    for (const id of before.open) document.getElementById(id)?.setAttribute("open", "");
    const list = before.list && document.getElementById(before.list.id);
    if (list) {
      // What was ticked has gone up to the chosen ones; the next one is where the hands are.
      const inputs = [...list.querySelectorAll("input")];
      inputs[Math.min(before.list.place, inputs.length - 1)]?.focus({ preventScroll: true });
      scrollBy({ top: list.getBoundingClientRect().top - before.list.top, behavior: "instant" });
    }
    before = null;
  });
})();
