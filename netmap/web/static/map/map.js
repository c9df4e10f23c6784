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
    part("nmap-hints").hidden = false;
    stage.hidden = false;

    const drawing = new map.Drawing(part("nmap-canvas"), data, (id) => (id === null ? clear() : choose(id, false)));
    const panel = new map.Panel(part("nmap-panel"), data, { choose, point, clear });
    new map.Search(part("nmap-search"), part("nmap-hits"), data, { choose, say });
    panel.showAll();

    /** Select an actor: light it with its ties and all it is tied to, and tell of them. */
    function choose(id, moves = true) {
      const ties = drawing.tiesOf[id];
      const around = new Set([id, ...ties.flatMap((tie) => [tie.from, tie.to])]);
      drawing.light([id], around, new Set(ties.map((tie) => tie.id)));
      panel.showActor(id);
      if (moves) drawing.show([...around]);
      say(panel.selectedWords(id));
    }

    /** Show whom a finding is about, with the ties between them and what they share. */
    function point(finding) {
      const chosen = new Set(finding.actors);
      const ties = finding.actors.flatMap((id) => drawing.tiesOf[id]);
      const reached = new Map();
      for (const tie of new Set(ties)) {
        for (const end of [tie.from, tie.to]) reached.set(end, (reached.get(end) ?? 0) + 1);
      }
      const lit = (id) => chosen.has(id) || reached.get(id) > 1;
      const kept = ties.filter((tie) => lit(tie.from) && lit(tie.to));
      const all = new Set([...chosen, ...kept.flatMap((tie) => [tie.from, tie.to])]);
      drawing.light([...chosen], all, new Set(kept.map((tie) => tie.id)));
      drawing.show([...all]);
      panel.showFinding(finding);
      say(map.filled(data.words.finding_shown, { title: finding.title, count: chosen.size }));
    }

    function clear() {
      if (!drawing.lit) return;
      drawing.light(null);
      panel.showAll();
      say(data.words.cleared);
    }

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

    for (const box of stage.querySelectorAll("[data-nmap-group]")) {
      box.addEventListener("change", () => drawing.showGroup(box.dataset.nmapGroup, box.checked));
      // Some browsers keep ticks when a page is loaded again.
      if (!box.checked) drawing.showGroup(box.dataset.nmapGroup, false);
    }
    for (const box of stage.querySelectorAll("[data-nmap-tie]")) {
      box.addEventListener("change", () => drawing.showTies(box.dataset.nmapTie, box.checked));
      if (box.checked !== box.defaultChecked) drawing.showTies(box.dataset.nmapTie, box.checked);
    }

    part("nmap-canvas").addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (Object.hasOwn(KEYS, event.key)) {
        event.preventDefault();
        KEYS[event.key](drawing);
      }
    });
    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) clear();
    });

    // Names in the tables lead to the drawing.
    for (const cell of document.querySelectorAll("[data-nmap-actor]")) {
      const text = cell.textContent;
      cell.replaceChildren(map.button(map.name(text), () => {
        choose(Number(cell.dataset.nmapActor));
        stage.scrollIntoView({ block: "start" });
        part("nmap-panel").focus({ preventScroll: true });
      }, { class: "nmap-show", title: data.words.show_on_map }));
    }

    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.repaint());
    matchMedia("print").addEventListener("change", ({ matches }) => drawing.print(matches));
    new MutationObserver(() => drawing.repaint()).observe(document.documentElement, { attributeFilter: ["data-kern-theme"] });
  }

  if (document.getElementById("nmap-data")) {
    try {
      start();
    } catch (error) {
      // The tables hold everything; whoever reads them learns why there is no drawing.
      document.getElementById("nmap-stage").hidden = true;
      document.getElementById("nmap-hints").hidden = true;
      document.getElementById("nmap-instead").hidden = false;
      console.error(error);
    }
  }
})();
