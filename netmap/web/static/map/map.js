/* The page of the map: joins drawing, panel, search, legend and tables. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const KEYS = {
    "+": (drawing) => drawing.zoom(1.4),
    "-": (drawing) => drawing.zoom(1 / 1.4),
    0: (drawing) => drawing.fit(),
  };

  /** view: the part of the map to show, of the map that this one takes the place of. */
  function start(view) {
    const ending = new AbortController();
    const untilEnd = { signal: ending.signal };
    const data = map.readData();
    const part = (id) => document.getElementById(id);
    const stage = part("nmap-stage");
    const status = part("nmap-status");
    const say = (text) => { status.textContent = text; };
    part("nmap-instead").hidden = true;
    for (const id of ["nmap-hints", "nmap-bar", "nmap-choosing", "nmap-view"]) part(id).hidden = false;
    if (part("nmap-apply")) part("nmap-apply").hidden = true;
    stage.classList.add("nmap-stage--on");
    // On a small screen the drawing comes first.
    const choosing = part("nmap-choosing");
    if (matchMedia("(max-width: 40rem)").matches) choosing.open = false;

    const parts = { root: part("nmap"), stage, canvas: part("nmap-canvas"), panel: part("nmap-panel"), form: part("nmap-choice") };
    const page = new map.MapPage(data, parts, say);
    const { drawing } = page;
    new map.Search(part("nmap-search"), part("nmap-hits"), data, { choose: (id) => page.choose(id), say });

    const tools = {
      in: () => drawing.zoom(1.4),
      out: () => drawing.zoom(1 / 1.4),
      fit: () => drawing.fit(),
      larger: () => drawing.resizeNames(1.2),
      smaller: () => drawing.resizeNames(1 / 1.2),
      move: (button) => {
        button.setAttribute("aria-pressed", String(page.arranging(!page.places.on)));
        say(page.places.on ? data.words.move_on : data.words.move_off);
      },
      unmove: () => {
        for (const [id, place] of page.places.forget()) drawing.place(id, place);
        say(data.words.unmoved);
      },
      full: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
    };
    for (const tool of stage.querySelectorAll("[data-nmap]")) if (tools[tool.dataset.nmap]) tool.addEventListener("click", () => tools[tool.dataset.nmap](tool));
    stage.querySelector("[data-nmap='full']").hidden = !document.fullscreenEnabled;
    choosing.addEventListener("toggle", () => requestAnimationFrame(() => drawing.refit()));
    document.addEventListener("fullscreenchange", () => requestAnimationFrame(() => drawing.fit()), untilEnd);

    stage.querySelector("[data-nmap-reset]").addEventListener("click", () => {
      page.choice.reset();
      part("nmap-canvas").focus({ preventScroll: true });
    });

    part("nmap-canvas").addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (Object.hasOwn(STEPS, event.key)) {
        event.preventDefault();
        if (!page.nudge(...STEPS[event.key])) drawing.pan(...STEPS[event.key]);
      } else if (Object.hasOwn(KEYS, event.key)) {
        event.preventDefault();
        KEYS[event.key](drawing);
      }
    });
    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) page.clear();
    });

    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.repaint(), untilEnd);
    matchMedia("print").addEventListener("change", ({ matches }) => drawing.print(matches), untilEnd);
    const theme = new MutationObserver(() => drawing.repaint());
    ending.signal.addEventListener("abort", () => theme.disconnect());
    theme.observe(document.documentElement, { attributeFilter: ["data-kern-theme"] });

    if (data.links) {
      new map.Views(page, say);
      new map.TimeSlider(page, say);
    }
    page.reopen = (address) => {
      say(data.words.opening);
      reopen(address, drawing, ending).catch((error) => {
        console.error(error);
        say(data.words.not_opened);
      });
    };
    // The date of the page keeps what is chosen.
    document.querySelector(".nm-date")?.addEventListener("submit", (event) => {
      event.preventDefault();
      page.reopen(page.choice.address({ as_of: new FormData(event.target).get("as_of") }));
    });
    if (view) drawing.network.moveTo(view);

    // Whoever builds on the map finds it here, now or when it is told.
    map.page = page;
    performance.mark("netmap-map-ready");
    document.dispatchEvent(new CustomEvent("netmap-map-ready"));
  }

  /** The map of another address in place of this one; the part of it that is seen stays. */
  async function reopen(address, drawing, ending) {
    const { id, name } = document.activeElement ?? {};
    const inHead = Boolean(document.activeElement?.closest(".nm-date"));
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.getElementById("nmap")) throw new Error("no map");
    const same = new URL(address, location.href).searchParams.get("arrange") === new URLSearchParams(location.search).get("arrange");
    const view = { position: drawing.network.getViewPosition(), scale: drawing.network.getScale() };
    const box = JSON.stringify(drawing.data.box);
    ending.abort();
    drawing.network.destroy();
    history.pushState(null, "", address);
    for (const part of ["#nmap", ".nm-head", "#nm-views", ".nm-map-actions"]) {
      const [old, next] = [document.querySelector(part), fresh.querySelector(part)];
      if (old && next) old.replaceWith(document.adoptNode(next));
    }
    if (!document.getElementById("nmap-data")) return;
    const keeps = same && JSON.stringify(map.readData().box) === box;
    start(keeps ? view : undefined);
    const again = id ? document.getElementById(id) : document.querySelector(inHead ? "#as_of" : `#nmap-choice [name="${name || "colour"}"]`);
    again?.focus({ preventScroll: true });
    map.page.say(map.page.shownWords);
  }

  // Back leads to what was shown before; its page is made anew.
  addEventListener("popstate", () => location.reload());

  if (document.getElementById("nmap-data")) {
    try {
      start();
    } catch (error) {
      // The tables hold everything; whoever reads them learns why there is no drawing.
      for (const id of ["nmap-hints", "nmap-bar", "nmap-view"]) document.getElementById(id).hidden = true;
      document.getElementById("nmap-stage").classList.remove("nmap-stage--on");
      document.getElementById("nmap-instead").hidden = false;
      console.error(error);
    }
  }
})();
