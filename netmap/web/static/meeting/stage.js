/* The meeting view: one slide at a time, by keyboard, presenter remote and buttons. */
"use strict";
(() => {
  const meeting = (globalThis.netmapMeeting ??= {});

  function start(stage) {
    const slides = [...stage.querySelectorAll(".nmeet-slide")];
    const find = (selector) => stage.querySelector(selector);
    const live = find(".nmeet-live");
    const blank = find(".nmeet-blank");
    const buttons = Object.fromEntries([...stage.querySelectorAll("[data-do]")].map((each) => [each.dataset.do, each]));
    const views = slides.map((slide) => slide.querySelector(".nmeet-map").getAttribute("viewBox"));
    const popups = [...stage.querySelectorAll(".nmeet-popup")];
    const jumps = [...stage.querySelectorAll(".nmeet-jump a")];
    let shown = -1;
    let arrive = () => undefined;

    const evidence = () => slides[shown].querySelector(".nmeet-evidence");
    const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    const place = () => filled(stage.dataset.place, { number: shown + 1, count: slides.length });

    /** Show a slide; the map comes from where the last one left it. */
    function show(number, { moves = true } = {}) {
      const wanted = Math.min(slides.length - 1, Math.max(0, number));
      if (wanted === shown) return;
      arrive();
      const from = shown < 0 || !moves ? views[wanted] : views[shown];
      shown = wanted;
      openEvidence(false);
      slides.forEach((slide, index) => { slide.hidden = index !== shown; });
      const slide = slides[shown];
      slide.classList.add("nmeet-slide--moving");
      arrive = meeting.travel(slide.querySelector(".nmeet-map"), from, views[shown], () => {
        slide.classList.remove("nmeet-slide--moving");
        arrive = () => undefined;
      });
      find("[data-place-shown]").textContent = place();
      // Not disabled: whoever holds the focus there would lose it.
      for (const [name, idle] of [["back", shown === 0], ["next", shown === slides.length - 1], ["evidence", evidence() === null]]) {
        buttons[name].setAttribute("aria-disabled", String(idle));
      }
      jumps.forEach((each, index) => { if (index === shown) each.setAttribute("aria-current", "true"); else each.removeAttribute("aria-current"); });
      say();
      // A reload, by whatever accident, comes back to this slide.
      history.replaceState(null, "", `#s${shown + 1}`);
    }

    function say() {
      const text = (selector) => slides[shown].querySelector(selector)?.textContent.trim() ?? "";
      const parts = [place(), text(".nmeet-title span:last-child"), text(".nmeet-said")];
      live.textContent = parts.filter(Boolean).join(". ");
    }

    function openEvidence(open) {
      const details = evidence();
      if (details) details.open = open;
      slides[shown].querySelector(".nmeet-words").scrollTop = 0;
      reflectEvidence();
    }

    function reflectEvidence() {
      buttons.evidence.setAttribute("aria-pressed", String(evidence()?.open ?? false));
      const words = slides[shown].querySelector(".nmeet-words");
      // Whoever reads by keyboard can scroll what does not fit.
      if (words.scrollHeight > words.clientHeight) words.tabIndex = 0; else words.removeAttribute("tabindex");
    }

    /** Read on in open evidence; false where there is nothing more to scroll. */
    function readOn(direction) {
      const words = slides[shown].querySelector(".nmeet-words");
      const before = words.scrollTop;
      words.scrollBy({ top: direction * words.clientHeight * 0.6, behavior: "instant" });
      return words.scrollTop !== before;
    }

    /** Whether one was open; the focus goes back to what opened it. */
    function closePopups() {
      const open = popups.find((each) => each.open);
      if (!open) return false;
      if (open.contains(document.activeElement)) open.querySelector("summary").focus();
      open.open = false;
      return true;
    }

    function darken(dark) {
      blank.hidden = !dark;
      live.textContent = dark ? stage.dataset.blank : "";
      if (!dark) say();
    }

    function fullScreen() {
      if (document.fullscreenElement) { document.exitFullscreen(); return; }
      document.documentElement.requestFullscreen?.().catch(() => undefined);
      // A long talk about one slide is no reason for the screen to fall asleep.
      navigator.wakeLock?.request("screen").catch(() => undefined);
    }

    const actions = {
      next: () => show(shown + 1),
      back: () => show(shown - 1),
      first: () => show(0),
      last: () => show(slides.length - 1),
      evidence: () => openEvidence(!evidence()?.open),
      down: () => { if (evidence()?.open) readOn(1); else openEvidence(true); },
      up: () => { if (evidence()?.open && !readOn(-1)) openEvidence(false); },
      close: () => { if (!closePopups()) openEvidence(false); },
      screen: fullScreen,
      dark: () => darken(true),
    };
    // Remotes send page keys, and F5 for their start button: a reload would be the end of a
    // meeting without connection.
    const keys = {
      PageDown: "next", ArrowRight: "next", " ": "next", PageUp: "back", ArrowLeft: "back", Backspace: "back",
      Home: "first", End: "last", ArrowDown: "down", ArrowUp: "up", Escape: "close", e: "evidence",
      f: "screen", F5: "screen", b: "dark", ".": "dark",
    };

    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!blank.hidden) { darken(false); event.preventDefault(); return; }
      // Inside an open list the keys move through the list.
      if (event.key !== "Escape" && event.target.closest(".nmeet-popup > :is(ol, dl)")) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      // On a control these keys are the control's own.
      if ([" ", "Enter"].includes(key) && event.target.closest("button, a, summary")) return;
      if (!(key in keys) || (event.shiftKey && key !== "F5")) return;
      event.preventDefault();
      actions[keys[key]]();
    });
    for (const [name, button] of Object.entries(buttons)) button.addEventListener("click", () => actions[name]());
    for (const each of popups) {
      each.addEventListener("toggle", () => { if (each.open) for (const other of popups) if (other !== each) other.open = false; });
    }
    for (const [index, jump] of jumps.entries()) {
      jump.addEventListener("click", (event) => { event.preventDefault(); closePopups(); show(index); });
    }
    blank.addEventListener("click", () => darken(false));
    for (const slide of slides) slide.querySelector(".nmeet-evidence")?.addEventListener("toggle", reflectEvidence);
    // Where the browser cannot, or its window may not, there is nothing to offer.
    buttons.screen.hidden = !document.fullscreenEnabled;

    let before = [];
    addEventListener("beforeprint", () => {
      arrive();
      before = slides.map((slide) => slide.hidden);
      for (const slide of slides) {
        slide.hidden = false;
        slide.querySelector(".nmeet-evidence")?.setAttribute("open", "");
      }
    });
    addEventListener("afterprint", () => {
      slides.forEach((slide, index) => { slide.hidden = before[index]; });
      for (const slide of slides) slide.querySelector(".nmeet-evidence")?.removeAttribute("open");
    });

    stage.classList.add("nmeet--stage");
    find(".nmeet-controls").hidden = false;
    for (const slide of slides) slide.querySelector(".nmeet-evidence")?.removeAttribute("open");
    const asked = slides.findIndex((slide) => `#${slide.id}` === location.hash);
    show(Math.max(0, asked), { moves: false });
    addEventListener("hashchange", () => {
      const wanted = slides.findIndex((slide) => `#${slide.id}` === location.hash);
      if (wanted >= 0) show(wanted);
    });
    // Fetched now, while there is a connection.
    for (const weight of [400, 600]) document.fonts.load(`${weight} 16px "Fira Sans"`).catch(() => undefined);
  }

  for (const stage of document.querySelectorAll("[data-nmeet]")) start(stage);
})();
