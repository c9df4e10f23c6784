/* The page of the map: joins drawing, panel, search, legend and tables. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  // Words of users are escaped: none of them can look like its end.
  const UNREAD = /(<noscript id="nmap-unread">)([^]*?)(?=<\/noscript>)/;
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
    // On a small screen the drawing comes first, until somebody wants it otherwise.
    const choosing = part("nmap-choosing");
    choosing.open = map.kept("netmap-legend", !matchMedia("(max-width: 40rem), (max-height: 75rem)").matches);
    choosing.firstElementChild.addEventListener("click", () => map.keep("netmap-legend", !choosing.open));

    const parts = { root: part("nmap"), stage, canvas: part("nmap-canvas"), panel: part("nmap-panel"), form: part("nmap-choice") };
    const page = new map.MapPage(data, parts, say);
    const { drawing } = page;
    // Whoever opens a part of the map sees what it leaves out.
    if (page.choice.isNarrowed) choosing.open = true;
    if (data.links?.edits) page.editing = new map.Editing(page, untilEnd, (text, address) => swap(text, address, page, ending));
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
      if (event.key === "Escape" && !event.defaultPrevented && !page.editing?.leave()) page.clear();
    }, untilEnd);

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
      reopen(address, page, ending).catch((error) => {
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
    page.editing?.tell();

    // Whoever builds on the map finds it here, now or when it is told.
    map.page = page;
    performance.mark("netmap-map-ready");
    document.dispatchEvent(new CustomEvent("netmap-map-ready"));
  }

  /** The map of another address in place of this one; the part of it that is seen stays. */
  async function reopen(address, page, ending) {
    const { drawing } = page;
    const { id, name } = document.activeElement ?? {};
    const inHead = Boolean(document.activeElement?.closest(".nm-date"));
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const text = await answer.text();
    const same = new URL(address, location.href).searchParams.get("arrange") === new URLSearchParams(location.search).get("arrange");
    const view = { position: drawing.network.getViewPosition(), scale: drawing.network.getScale() };
    const box = JSON.stringify(drawing.data.box);
    if (!put(text, page, ending, () => history.pushState(null, "", address))) return;
    const keeps = same && JSON.stringify(map.readData().box) === box;
    start(keeps ? view : undefined);
    const again = id ? document.getElementById(id) : document.querySelector(inHead ? "#as_of" : `#nmap-choice [name="${name || "colour"}"]`);
    again?.focus({ preventScroll: true });
    map.page.say(map.page.shownWords);
  }

  /** The map of a page in place of this one; whether it has somebody to draw. */
  function put(text, page, ending, step) {
    // What stands in `noscript` would be made into elements here; the tables do that when somebody comes there.
    let rows = "";
    const rest = text.replace(UNREAD, (whole, begin, inside) => {
      rows = inside;
      return begin;
    });
    const fresh = new DOMParser().parseFromString(rest, "text/html");
    if (!fresh.getElementById("nmap")) throw new Error("no map");
    if (rows) fresh.getElementById("nmap-unread").textContent = rows;
    ending.abort();
    page.drawing.network.destroy();
    step();
    for (const part of [".nm-head", "#nm-views", ".nm-map-actions"]) {
      const [old, next] = [document.querySelector(part), fresh.querySelector(part)];
      if (old && next) old.replaceWith(document.adoptNode(next));
    }
    document.querySelector(".nm-saved")?.remove();
    const notice = fresh.querySelector(".nm-saved");
    if (notice) document.getElementById("content").prepend(document.adoptNode(notice));
    const [root, next] = [document.getElementById("nmap"), document.adoptNode(fresh.getElementById("nmap"))];
    const [stage, nextStage] = [root, next].map((each) => each.querySelector("#nmap-stage"));
    if (!stage || !nextStage) root.replaceWith(next);
    else {
      // The stage itself stays: what fills the screen goes on filling it.
      for (const each of [...root.childNodes]) if (each !== stage) each.remove();
      stage.replaceChildren(...nextStage.childNodes);
      const around = [...next.childNodes];
      stage.before(...around.slice(0, around.indexOf(nextStage)));
      stage.after(...around.slice(around.indexOf(nextStage) + 1));
    }
    return Boolean(document.getElementById("nmap-data"));
  }

  /** The map after something was saved: the same part of it, and those whom it is about chosen. */
  function swap(text, address, page, ending) {
    const before = page.editing.sight.seen();
    const open = document.getElementById("nmap-choosing").open;
    const there = new URL(address);
    there.searchParams.delete("saved");
    if (!put(text, page, ending, () => history.replaceState(history.state, "", there))) return;
    start();
    document.getElementById("nmap-choosing").open = open;
    map.page.editing.resume(before);
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
