/* The page of the map: joins drawing, panel, search, legend and tables. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const KEYS = {
    ArrowLeft: (drawing) => drawing.pan(-1, 0),
    ArrowRight: (drawing) => drawing.pan(1, 0),
    ArrowUp: (drawing) => drawing.pan(0, -1),
    ArrowDown: (drawing) => drawing.pan(0, 1),
    "+": (drawing) => drawing.zoom(1.4),
    "-": (drawing) => drawing.zoom(1 / 1.4),
    0: (drawing) => drawing.fit(),
  };

  function start() {
    const data = map.readData();
    const part = (id) => document.getElementById(id);
    const stage = part("nmap-stage");
    const status = part("nmap-status");
    const say = (text) => { status.textContent = text; };
    part("nmap-instead").hidden = true;
    for (const id of ["nmap-hints", "nmap-bar", "nmap-choice", "nmap-view"]) part(id).hidden = false;
    if (part("nmap-apply")) part("nmap-apply").hidden = true;
    stage.classList.add("nmap-stage--on");

    const parts = { root: part("nmap"), canvas: part("nmap-canvas"), panel: part("nmap-panel"), form: part("nmap-choice") };
    const page = new map.MapPage(data, parts, say);
    const { drawing } = page;
    new map.Search(part("nmap-search"), part("nmap-hits"), data, { choose: (id) => page.choose(id), say });

    const tools = {
      in: () => drawing.zoom(1.4),
      out: () => drawing.zoom(1 / 1.4),
      fit: () => drawing.fit(),
      larger: () => drawing.resizeNames(1.2),
      smaller: () => drawing.resizeNames(1 / 1.2),
      full: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
    };
    for (const tool of stage.querySelectorAll("[data-nmap]")) tool.addEventListener("click", tools[tool.dataset.nmap]);
    stage.querySelector("[data-nmap='full']").hidden = !document.fullscreenEnabled;
    document.addEventListener("fullscreenchange", () => requestAnimationFrame(() => drawing.fit()));

    stage.querySelector("[data-nmap-reset]").addEventListener("click", () => {
      page.choice.reset();
      part("nmap-canvas").focus({ preventScroll: true });
    });

    part("nmap-canvas").addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (Object.hasOwn(KEYS, event.key)) {
        event.preventDefault();
        KEYS[event.key](drawing);
      }
    });
    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) page.clear();
    });

    // Names in the tables lead to the drawing.
    for (const cell of document.querySelectorAll("[data-nmap-actor]")) {
      const text = cell.textContent;
      cell.replaceChildren(map.button(map.name(text), () => {
        page.choose(Number(cell.dataset.nmapActor));
        stage.scrollIntoView({ block: "start" });
        part("nmap-panel").focus({ preventScroll: true });
      }, { class: "nmap-show", title: data.words.show_on_map }));
    }

    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.repaint());
    matchMedia("print").addEventListener("change", ({ matches }) => drawing.print(matches));
    new MutationObserver(() => drawing.repaint()).observe(document.documentElement, { attributeFilter: ["data-kern-theme"] });

    // Whoever builds on the map finds it here, now or when it is told.
    map.page = page;
    performance.mark("netmap-map-ready");
    document.dispatchEvent(new CustomEvent("netmap-map-ready"));
  }

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
